"""DataCite's attributes (REST API, `/dois`) to items."""

import re
from typing import Any

from references import csl, dates, names
from references.lookup.mapping import casing
from references.lookup.mapping.values import mapping, mappings, text
from references.markup import clean
from references.records import Item

# The schema's resourceTypeGeneral, and CSL's types.
_TYPES = {
    "Audiovisual": "motion_picture",
    "Book": "book",
    "BookChapter": "chapter",
    "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book",
    "DataPaper": "article-journal",
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Image": "graphic",
    "JournalArticle": "article-journal",
    "Preprint": "article",
    "Report": "report",
    "Software": "software",
    "Sound": "song",
    "Standard": "standard",
}


def item(attributes: dict[str, Any]) -> Item:
    """Give the item that `data.attributes` of a DataCite answer describes.

    The general type says more than `types.citeproc`, which makes a thesis an article.
    The main title is the one without a `titleType`. The date is the one of type
    "Issued", else the year of publication.
    """
    types = mapping(attributes.get("types"))
    kind = _type(types)
    container = mapping(attributes.get("container"))
    pages = [text(container.get(key)) for key in ("firstPage", "lastPage")]
    publisher = attributes.get("publisher")
    found: Item = {
        "type": kind,
        "title": _title(attributes),
        "author": _people(attributes.get("creators")),
        "editor": _people(
            [
                person
                for person in mappings(attributes.get("contributors"))
                if person.get("contributorType") == "Editor"
            ]
        ),
        "issued": _issued(attributes),
        "publisher": text(publisher) or text(mapping(publisher).get("name")),
        "version": text(attributes.get("version")),
        "language": text(attributes.get("language")),
        "DOI": text(attributes.get("doi")),
    }
    if kind in ("article-journal", "chapter", "paper-conference"):
        found |= {
            "container-title": text(container.get("title")),
            "volume": text(container.get("volume")),
            "issue": text(container.get("issue")),
            "page": "-".join(dict.fromkeys(filter(None, pages))),
        }
    if kind == "article":
        found["genre"] = "preprint"
    elif kind == "thesis":
        found["genre"] = _spaced(text(types.get("resourceType")))
    return csl.normalise(found)


def _type(types: dict[str, Any]) -> str:
    specific = text(types.get("resourceType")).casefold()
    if "thesis" in specific or "dissertation" in specific:
        return "thesis"
    if specific == "preprint":
        return "article"
    general = _TYPES.get(text(types.get("resourceTypeGeneral")))
    return general or text(types.get("citeproc")) or "document"


def _spaced(text: str) -> str:
    """Give "doctoralThesis" as "doctoral thesis"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower()


def _title(attributes: dict[str, Any]) -> str:
    titles = mappings(attributes.get("titles"))
    main = [it for it in titles if not it.get("titleType")] or titles
    parts = [it.get("title") for it in main[:1]]
    parts += [it.get("title") for it in titles if it.get("titleType") == "Subtitle"][:1]
    return ": ".join(casing.title(clean(text(part))) for part in parts if part)


def _people(creators: Any) -> list[Item]:
    return [name for name in map(_name, mappings(creators)) if name]


def _name(creator: dict[str, Any]) -> Item:
    name = clean(text(creator.get("name")))
    family = clean(text(creator.get("familyName")))
    given = clean(text(creator.get("givenName")))
    if creator.get("nameType") == "Organizational":
        return {"literal": name} if name else {}
    if family:
        family = casing.family(family) if given else family
        return dict(names.person(family, casing.given(given)))
    return dict(names.parse(name or given))


def _issued(attributes: dict[str, Any]) -> Item:
    for date in mappings(attributes.get("dates")):
        parsed = dates.parse(text(date.get("date"))[:10])
        if date.get("dateType") == "Issued" and dates.parts(parsed):
            return dict(parsed)
    return dict(dates.parse(text(attributes.get("publicationYear"))))
