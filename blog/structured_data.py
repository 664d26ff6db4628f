"""Articles and their sources in the words of schema.org, as JSON-LD.

Search engines and other programs read it; it never says more than the page shows.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

from blog.bibliographic import Article, Correction, Person, Picture, Review
from references import dates, names
from references.markup import plain
from references.records import Item

Thing = dict[str, Any]

# What a type of CSL is in schema.org; CreativeWork for all others.
_TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "broadcast": "Clip",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "entry-encyclopedia": "Article",
    "legislation": "Legislation",
    "map": "Map",
    "motion_picture": "Movie",
    "paper-conference": "ScholarlyArticle",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "Review",
    "software": "SoftwareApplication",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
_CONTAINERS = {
    "article-journal": "Periodical",
    "article-magazine": "Periodical",
    "article-newspaper": "Newspaper",
    "chapter": "Book",
    "paper-conference": "Book",
    "post-weblog": "Blog",
    "webpage": "WebSite",
}
# As many names as the longest of our styles, APA, prints.
_MOST_AUTHORS = 20
_IDENTIFIERS = {"DOI": "doi", "PMID": "pmid", "PMCID": "pmcid"}
# A script element ends at "</script", whatever stands around it; the two line
# separators end a line in older JavaScript.
_ESCAPES = str.maketrans(
    {
        "<": "\\u003C",
        ">": "\\u003E",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


def linked_data(article: Article, sources: Sequence[Item]) -> Thing:
    """Give an article, its authors and all its sources as a JSON-LD object."""
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": ["MedicalWebPage", "Article"],
            "@id": article.url,
            "url": article.url,
            "headline": article.title,
            "description": article.summary,
            "inLanguage": article.language,
            "author": [_author(person) for person in article.authors],
            "publisher": _filled(
                {
                    "@type": "Organization",
                    "name": article.publisher,
                    "url": article.publisher_url,
                }
            ),
            "datePublished": _moment(article.published),
            "dateModified": _moment(article.updated),
            "image": _image(article.picture) if article.picture else None,
            "about": [
                {"@type": "Thing", "name": topic.name, "url": topic.url}
                for topic in article.topics
            ],
            **_review(article.review),
            "correction": [_correction(each) for each in article.corrections],
            "citation": [source(each) for each in sources],
        }
    )


def source(item: Item) -> Thing:
    """Give a cited source as a work of schema.org."""
    people = item.get("author") or []
    editors = item.get("editor") or []
    return _filled(
        {
            "@type": _TYPES.get(item["type"], "CreativeWork"),
            "name": plain(item.get("title", "")),
            "author": _people(people),
            "editor": [] if people else _people(editors),
            "isPartOf": _container(item),
            "pagination": item.get("page", ""),
            "datePublished": dates.iso(item.get("issued")),
            "publisher": _named("Organization", item.get("publisher", "")),
            "isbn": item.get("ISBN", ""),
            "identifier": [
                {"@type": "PropertyValue", "propertyID": name, "value": item[variable]}
                for variable, name in _IDENTIFIERS.items()
                if variable in item
            ],
            "url": _address(item),
        }
    )


def as_json(thing: Thing) -> SafeString:
    """Give an object as JSON that may stand in a script element."""
    text = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308  (escaped here)


def _author(person: Person) -> Thing:
    orcid = person.orcid and f"https://orcid.org/{person.orcid}"
    return _filled(
        {
            "@type": "Person",
            "name": person.name,
            "givenName": person.given,
            "familyName": person.family,
            "honorificSuffix": person.post_nominals,
            "jobTitle": person.role,
            "url": person.url,
            "sameAs": orcid,
            "affiliation": [
                _filled(
                    {
                        "@type": "Organization",
                        "name": place.name,
                        "address": place.place,
                        "url": place.url,
                    }
                )
                for place in person.affiliations
            ],
        }
    )


def _review(review: Review | None) -> Thing:
    if review is None:
        return {}
    return {
        "reviewedBy": [_author(person) for person in review.reviewers],
        "lastReviewed": review.day.date().isoformat(),
    }


def _correction(correction: Correction) -> Thing:
    return _filled(
        {
            "@type": "CorrectionComment",
            "text": correction.text,
            "datePublished": _moment(correction.day),
            "url": correction.url,
        }
    )


def _image(picture: Picture) -> Thing:
    return _filled(
        {
            "@type": "ImageObject",
            "url": picture.url,
            "width": picture.width,
            "height": picture.height,
            "caption": picture.description,
        }
    )


def _people(people: Iterable[names.Name]) -> list[Thing]:
    return [_person(name) for name in list(people)[:_MOST_AUTHORS]]


def _person(name: names.Name) -> Thing:
    if literal := name.get("literal"):
        return {"@type": "Organization", "name": literal}
    given, family = name.get("given", ""), names.surname(name)
    whole = " ".join(filter(None, (given, family, name.get("suffix"))))
    return _filled(
        {"@type": "Person", "name": whole, "givenName": given, "familyName": family}
    )


def _container(item: Item) -> Thing | None:
    """Give the journal, its volume and its issue, each part of the one before it."""
    part = _named(
        _CONTAINERS.get(item["type"], "CreativeWork"),
        plain(item.get("container-title", "")),
    )
    if part and part["@type"] == "Periodical":
        part = _filled({**part, "issn": item.get("ISSN", "")})
    for kind, property_, variable in (
        ("PublicationVolume", "volumeNumber", "volume"),
        ("PublicationIssue", "issueNumber", "issue"),
    ):
        if part and (number := item.get(variable)):
            part = {"@type": kind, property_: number, "isPartOf": part}
    return part


def _named(kind: str, name: str) -> Thing | None:
    return {"@type": kind, "name": name} if name else None


def _address(item: Item) -> str:
    if doi := item.get("DOI"):
        return f"https://doi.org/{quote(doi, safe='/:;().')}"
    return str(item.get("URL", ""))


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def _filled(thing: Thing) -> Thing:
    """Leave out what says nothing."""
    return {key: value for key, value in thing.items() if value}
