"""Highwire Press tags: what reference managers and Google Scholar read from a page.

There is no `citation_journal_title`: with it, Zotero would take a blog for a journal.
"""

from collections.abc import Iterable
from datetime import datetime

from blog.bibliographic import Article, Person
from references import dates, names
from references.markup import plain
from references.records import Item

Tag = tuple[str, str]

# The parts of a `citation_reference` that stand in one variable of an item.
_PARTS = {
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_publisher": "publisher",
    "citation_doi": "DOI",
    "citation_pmid": "PMID",
    "citation_isbn": "ISBN",
    "citation_issn": "ISSN",
    "citation_public_url": "URL",
}
_CONTAINERS = {
    "chapter": "citation_inbook_title",
    "entry-dictionary": "citation_inbook_title",
    "entry-encyclopedia": "citation_inbook_title",
    "paper-conference": "citation_conference_title",
}


def tags(article: Article, sources: Iterable[Item]) -> list[Tag]:
    """Give names and contents of meta tags; every source has one of its own."""
    found = [("citation_title", article.title)]
    for person in article.authors:
        found += _author(person)
    published = _day(article.published)
    found += [
        ("citation_publication_date", published),
        ("citation_online_date", published),
        ("citation_publisher", article.publisher),
        ("citation_language", article.language),
        ("citation_abstract", article.summary),
        ("citation_keywords", "; ".join(topic.name for topic in article.topics)),
        ("citation_public_url", article.url),
        ("citation_fulltext_html_url", article.url),
        *(("citation_reference", reference(source)) for source in sources),
    ]
    return [(name, content) for name, content in found if content]


def reference(source: Item) -> str:
    """Give a source in the structured form of `citation_reference`.

    >>> reference({"type": "book", "title": "Pain", "issued": {"date-parts": [[2020]]}})
    'citation_title=Pain; citation_publication_date=2020'
    """
    start, _, end = source.get("page", "").partition("-")
    parts = [
        ("citation_title", plain(source.get("title", ""))),
        *(("citation_author", _inverted(name)) for name in _people(source)),
        (
            _CONTAINERS.get(source["type"], "citation_journal_title"),
            plain(source.get("container-title", "")),
        ),
        ("citation_publication_date", dates.iso(source.get("issued"))),
        *((part, source.get(variable, "")) for part, variable in _PARTS.items()),
        ("citation_firstpage", start),
        ("citation_lastpage", end),
    ]
    return "; ".join(f"{name}={_part(text)}" for name, text in parts if text)


def _author(person: Person) -> list[Tag]:
    found = [("citation_author", _name(person))]
    found += [
        ("citation_author_institution", ", ".join(filter(None, (it.name, it.place))))
        for it in person.affiliations
    ]
    if person.orcid:
        orcid = f"https://orcid.org/{person.orcid}"
        found.append(("citation_author_orcid", orcid))
    return found


def _name(person: Person) -> str:
    """Give "Family, Given", or "Given Family" where both are of several words.

    Zotero would take a comma between two such parts for the end of a name.
    """
    inverted = _inverted(person.as_csl)
    family, _, given = inverted.partition(", ")
    if " " in family and " " in given:
        return person.name
    return inverted


def _people(source: Item) -> list[names.Name]:
    people: list[names.Name] = source.get("author") or source.get("editor") or []
    return people


def _inverted(name: names.Name) -> str:
    return names.inverted(name).rstrip(",")


def _part(text: str) -> str:
    """Give a text in which no semicolon ends its part."""
    return " ".join(str(text).replace(";", ",").split())


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y/%m/%d}" if moment else ""
