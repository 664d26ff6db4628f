"""Web pages to items, by what they say of themselves in their head.

In order of trust: the tags that Google Scholar reads (`citation_…`), schema.org's
JSON-LD, Open Graph, Dublin Core, plain HTML.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer

from references import csl, dates, names
from references.lookup.mapping.values import first, mapping, text, texts
from references.markup import plain
from references.records import Item

_HEAD = SoupStrainer(["html", "meta", "script", "title"])
_PAGE_TYPES = (
    "Article",
    "NewsArticle",
    "BlogPosting",
    "MedicalWebPage",
    "ScholarlyArticle",
    "MedicalScholarlyArticle",
    "Report",
    "WebPage",
)
_MOST_DEPTH = 8


def item(page: bytes | str, url: str) -> Item:
    """Give the item that a page at `url` describes: a web page, or a journal's article.

    The site's name is a `container-title`; the host stands in for it. An author that
    is an address, or the site itself, is none. `custom.updated` is the day of the last
    change where it differs from that of publication.
    """
    soup = BeautifulSoup(page, "html.parser", parse_only=_HEAD)
    tags = _meta(soup)
    data = _json_ld(soup)
    site = (
        first(tags.get("og:site_name"))
        or text(mapping(data.get("publisher")).get("name"))
        or (urlsplit(url).hostname or "").removeprefix("www.")
    )
    published = _date(tags, data, _PUBLISHED, "datePublished")
    updated = _date(tags, data, _UPDATED, "dateModified")
    found: Item = {
        "type": "webpage",
        "title": _title(soup, tags, data, site),
        "author": _authors(tags, data, site),
        "container-title": plain(site),
        "issued": published,
        "language": text(soup.html.get("lang")) if soup.html else "",
        "URL": url,
    }
    if dates.parts(updated) and dates.parts(updated) != dates.parts(published):
        found["custom"] = {"updated": updated}
    if journal := first(tags.get("citation_journal_title")):
        found |= _article(tags, journal)
    if doi := _doi(tags):
        found["DOI"] = doi
    found["PMID"] = first(tags.get("citation_pmid"))
    return csl.normalise(found)


_PUBLISHED = (
    "citation_publication_date",
    "citation_date",
    "article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
)


def _meta(soup: BeautifulSoup) -> dict[str, list[str]]:
    """Give the contents of the meta tags by their names in lower case."""
    tags: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        name = text(tag.get("name") or tag.get("property")).lower()
        content = plain(text(tag.get("content")))
        if name and content:
            tags.setdefault(name, []).append(content)
    return tags


def _json_ld(soup: BeautifulSoup) -> dict[str, Any]:
    """Give the object that describes the page, the most telling type first."""
    found: list[dict[str, Any]] = []
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            found += _objects(json.loads(script.get_text()), _MOST_DEPTH)
        except (ValueError, RecursionError):
            continue
    for kind in _PAGE_TYPES:
        for data in found:
            if kind in texts(data.get("@type")):
                return data
    return {}


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for entry in value:
            yield from _objects(entry, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth - 1)
        yield from _objects(value.get("mainEntity"), depth - 1)


def _title(
    soup: BeautifulSoup, tags: dict[str, list[str]], data: dict[str, Any], site: str
) -> str:
    named = (
        first(tags.get("citation_title"))
        or plain(text(data.get("headline")))
        or first(tags.get("og:title"))
        or first(tags.get("dc.title"))
        or (plain(soup.title.get_text()) if soup.title else "")
    )
    for mark in (" | ", " - ", " – ", " — ", " · "):
        bare, _, end = named.rpartition(mark)
        if bare and end.casefold() == site.casefold():
            return bare
    return named


def _authors(tags: dict[str, list[str]], data: dict[str, Any], site: str) -> list[Item]:
    if scholarly := tags.get("citation_author"):
        return [dict(name) for name in names.parse_all(scholarly)]
    people = data.get("author")
    people = people if isinstance(people, list) else [people]
    found: list[Item] = []
    for person in people:
        name = plain(text(mapping(person).get("name")) or text(person))
        if "Organization" in text(mapping(person).get("@type")):
            found.append({"literal": name} if name else {})
        elif not name.startswith("http"):
            found.append(dict(names.parse(name)))
    if not any(found):
        written = tags.get("author") or tags.get("dc.creator") or []
        written += tags.get("article:author") or [] if not written else []
        found = [
            dict(name)
            for name in names.parse_all(it for it in written if "://" not in it)
        ]
    return [it for it in found if it and it.get("literal", "") != site]


def _date(
    tags: dict[str, list[str]], data: dict[str, Any], meta: tuple[str, ...], key: str
) -> Item:
    written = [first(tags.get(name)) for name in meta]
    for value in [written[0], text(data.get(key)), *written[1:]]:
        # The time of day is of no interest, and dates do not know it.
        parsed = dates.parse(value.partition("T")[0] if value[:4].isdigit() else value)
        if dates.parts(parsed):
            return dict(parsed)
    return {}


def _article(tags: dict[str, list[str]], journal: str) -> Item:
    pages = [first(tags.get(f"citation_{end}page")) for end in ("first", "last")]
    return {
        "type": "article-journal",
        "container-title": journal,
        "container-title-short": first(tags.get("citation_journal_abbrev")),
        "volume": first(tags.get("citation_volume")),
        "issue": first(tags.get("citation_issue")),
        "page": "-".join(dict.fromkeys(filter(None, pages))),
        "ISSN": first(tags.get("citation_issn")),
        "publisher": first(tags.get("citation_publisher")),
    }


def _doi(tags: dict[str, list[str]]) -> str:
    names_of_it = ("citation_doi", "dc.identifier", "prism.doi", "bepress_citation_doi")
    for name in names_of_it:
        for value in tags.get(name, []):
            bare = value.strip().lower().removeprefix("doi:").strip()
            if bare.startswith("10.") or "doi.org/10." in bare:
                return bare
    return ""
