"""Crossref's messages (REST API, `/works`) to items."""

import re
from typing import Any

from references import csl, dates, names
from references.lookup.mapping import casing
from references.lookup.mapping.values import first, text, texts
from references.markup import clean
from references.records import Item

# Crossref's types of works that can be cited, and CSL's. What is missing here is no
# work: a component, a grant, a journal, a peer review.
TYPES = {
    "book": "book",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-series": "book",
    "book-set": "book",
    "book-track": "chapter",
    "database": "dataset",
    "dataset": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal-article": "article-journal",
    "monograph": "book",
    "other": "document",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "report-component": "chapter",
    "report-series": "report",
    "standard": "standard",
}
# Space between markup and brackets or stops, which publishers' line breaks leave.
_CLOSE = re.compile(r"(?<=\() +(?=<)|(?<=>) +(?=[),.;:])")
_IN_BOOKS = {"chapter", "entry-encyclopedia", "paper-conference"}


def item(message: dict[str, Any]) -> Item:
    """Give the item that a Crossref `message` describes.

    Titles are lists there, a subtitle stands apart, organisations may stand in `name`
    or as a family without given name, and publishers deposit markup and capitals. The
    date is that of print where there is one, as in citations; the day it went online
    becomes `available-date`. ORCID iDs and the JATS abstract are left out.
    """
    kind = TYPES.get(text(message.get("type")), "document")
    containers = texts(message.get("container-title"))
    # A book in a series is deposited as [series, book].
    series = containers.pop(0) if kind in _IN_BOOKS and len(containers) > 1 else ""
    institution = _first_name(message.get("institution"))
    publisher = text(message.get("publisher"))
    event = message.get("event")
    event = event if isinstance(event, dict) else {}
    found: Item = {
        "type": kind,
        "title": _title(message),
        "container-title": next(iter(containers), ""),
        "container-title-short": first(message.get("short-container-title")),
        "collection-title": series,
        "author": _people(message.get("author")),
        "editor": _people(message.get("editor")),
        "translator": _people(message.get("translator")),
        "issued": _issued(message),
        "available-date": _available(message),
        "volume": text(message.get("volume")),
        "issue": text(message.get("issue")),
        "page": text(message.get("page")) or text(message.get("article-number")),
        "edition": text(message.get("edition-number")),
        "publisher": publisher,
        "publisher-place": text(message.get("publisher-location")),
        "event-title": text(event.get("name")),
        "event-place": text(event.get("location")),
        "ISBN": first(message.get("ISBN")),
        "ISSN": first(message.get("ISSN")),
        "language": text(message.get("language")),
        "DOI": text(message.get("DOI")),
    }
    if kind == "article":
        found |= {"genre": "preprint", "publisher": institution or publisher}
    elif kind in ("thesis", "report"):
        found |= {
            "genre": first(message.get("degree")),
            "publisher": institution or publisher,
        }
    return csl.normalise(found)


def _title(message: dict[str, Any]) -> str:
    title, subtitle = (
        casing.title(_CLOSE.sub("", clean(first(message.get(key)))))
        for key in ("title", "subtitle")
    )
    if not subtitle or subtitle.casefold() in title.casefold():
        return title
    if title.endswith(("?", "!")):
        return f"{title} {subtitle}"
    return f"{title.rstrip(' :.')}: {subtitle}" if title else subtitle


def _people(contributors: Any) -> list[Item]:
    people = contributors if isinstance(contributors, list) else []
    people = [person for person in people if isinstance(person, dict)]
    people.sort(key=lambda person: person.get("sequence") != "first")
    return [name for name in map(_name, people) if name]


def _name(person: dict[str, Any]) -> Item:
    family = clean(text(person.get("family")))
    given = clean(text(person.get("given")))
    if not family:
        literal = clean(text(person.get("name")) or given)
        return {"literal": literal} if literal else {}
    if not given and (" " in family or names.is_organisation(family)):
        return {"literal": family}
    if given:
        family = casing.family(family)
    return dict(
        names.person(family, casing.given(given), clean(text(person.get("suffix"))))
    )


def _issued(message: dict[str, Any]) -> Any:
    for key in ("published-print", "published-online", "posted", "published", "issued"):
        if dates.parts(message.get(key)):
            return message[key]
    return None


def _available(message: dict[str, Any]) -> Any:
    online = message.get("published-online")
    printed = dates.parts(message.get("published-print"))
    return online if printed and dates.parts(online) != printed else None


def _first_name(values: Any) -> str:
    values = values if isinstance(values, list) else []
    return next((text(it.get("name")) for it in values if isinstance(it, dict)), "")
