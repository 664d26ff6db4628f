"""OpenAlex's works (REST API, `/works`) to items."""

from typing import Any

from references import csl, dates, names
from references.lookup.mapping import casing
from references.lookup.mapping.values import mapping, text
from references.markup import clean
from references.records import Item

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "book-chapter": "chapter",
    "dataset": "dataset",
    "dissertation": "thesis",
    "editorial": "article-journal",
    "erratum": "article-journal",
    "letter": "article-journal",
    "preprint": "article",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "review": "article-journal",
    "standard": "standard",
}


def item(work: dict[str, Any]) -> Item:
    """Give the item that an OpenAlex `work` describes."""
    kind = _TYPES.get(text(work.get("type")), "document")
    ids, biblio = mapping(work.get("ids")), mapping(work.get("biblio"))
    source = mapping(mapping(work.get("primary_location")).get("source"))
    pages = [text(biblio.get(key)) for key in ("first_page", "last_page")]
    authorships = work.get("authorships")
    people = [
        text(mapping(mapping(it).get("author")).get("display_name"))
        for it in (authorships if isinstance(authorships, list) else [])
    ]
    found: Item = {
        "type": kind,
        "title": casing.title(clean(text(work.get("title")))),
        "author": [dict(name) for name in map(names.parse, people) if name],
        "container-title": text(source.get("display_name")),
        "issued": dates.parse(text(work.get("publication_date"))),
        "volume": text(biblio.get("volume")),
        "issue": text(biblio.get("issue")),
        "page": "-".join(dict.fromkeys(filter(None, pages))),
        "publisher": text(source.get("host_organization_name")),
        "DOI": text(work.get("doi")),
        "PMID": text(ids.get("pmid")).rstrip("/").rpartition("/")[2],
        "PMCID": text(ids.get("pmcid")).rstrip("/").rpartition("/")[2],
    }
    if kind == "article":
        found["genre"] = "preprint"
    return csl.normalise(found)
