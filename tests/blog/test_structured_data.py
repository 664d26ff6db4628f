"""Articles and their sources as JSON-LD."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from blog.bibliographic import Affiliation, Article, Person, Picture, Review, Topic
from blog.structured_data import as_json, linked_data, source

QUILL = Person(
    name="Ada Quill",
    given="Ada",
    family="Quill",
    post_nominals="MD",
    role="Anaesthetist",
    url="https://example.org/authors/quill/",
    orcid="0000-0002-1825-0097",
    affiliations=(
        Affiliation("Harbour Clinic", "Elsewhere", "https://clinic.example"),
    ),
)
ARTICLE = Article(
    key="article1",
    title="Pain",
    url="https://example.org/articles/pain/",
    publisher="Citewell",
    publisher_url="https://example.org/",
    language="en",
    summary="About pain.",
    authors=(QUILL,),
    topics=(Topic("Nerve pain", "https://example.org/topics/nerve-pain/"),),
    picture=Picture("https://example.org/media/a.webp", 1280, 720, "A heron"),
    published=datetime(2026, 5, 7, 9, tzinfo=UTC),
    updated=datetime(2026, 6, 1, 9, tzinfo=UTC),
)
PERSON = {
    "@type": "Person",
    "name": "Ada Quill",
    "givenName": "Ada",
    "familyName": "Quill",
    "honorificSuffix": "MD",
    "jobTitle": "Anaesthetist",
    "url": "https://example.org/authors/quill/",
    "sameAs": "https://orcid.org/0000-0002-1825-0097",
    "affiliation": [
        {
            "@type": "Organization",
            "name": "Harbour Clinic",
            "address": "Elsewhere",
            "url": "https://clinic.example",
        }
    ],
}


def test_an_article_says_what_its_page_shows():
    assert linked_data(ARTICLE, []) == {
        "@context": "https://schema.org",
        "@type": ["MedicalWebPage", "Article"],
        "@id": "https://example.org/articles/pain/",
        "url": "https://example.org/articles/pain/",
        "headline": "Pain",
        "description": "About pain.",
        "inLanguage": "en",
        "author": [PERSON],
        "publisher": {
            "@type": "Organization",
            "name": "Citewell",
            "url": "https://example.org/",
        },
        "datePublished": "2026-05-07T09:00:00+00:00",
        "dateModified": "2026-06-01T09:00:00+00:00",
        "image": {
            "@type": "ImageObject",
            "url": "https://example.org/media/a.webp",
            "width": 1280,
            "height": 720,
            "caption": "A heron",
        },
        "about": [
            {
                "@type": "Thing",
                "name": "Nerve pain",
                "url": "https://example.org/topics/nerve-pain/",
            }
        ],
    }


def test_a_review_is_told_only_where_there_is_one():
    review = Review((QUILL,), datetime(2026, 6, 2, tzinfo=UTC))
    told = linked_data(replace(ARTICLE, review=review), [])
    assert (told["reviewedBy"], told["lastReviewed"]) == ([PERSON], "2026-06-02")


def test_a_paper_names_its_journal_volume_and_issue():
    paper = {
        "type": "article-journal",
        "title": "Sleep in <i>Ardea</i>",
        "author": [
            {"family": "Groen", "given": "Mia", "non-dropping-particle": "van"},
            {"literal": "Heron Study Group"},
        ],
        "container-title": "Journal of Examples",
        "issued": {"date-parts": [[2023, 7]]},
        "volume": "17",
        "issue": "3",
        "page": "340-348",
        "ISSN": "1234-5678",
        "DOI": "10.5555/heron<1>",
        "PMID": "123",
    }
    assert source(paper) == {
        "@type": "ScholarlyArticle",
        "name": "Sleep in Ardea",
        "author": [
            {
                "@type": "Person",
                "name": "Mia van Groen",
                "givenName": "Mia",
                "familyName": "van Groen",
            },
            {"@type": "Organization", "name": "Heron Study Group"},
        ],
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "3",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "17",
                "isPartOf": {
                    "@type": "Periodical",
                    "name": "Journal of Examples",
                    "issn": "1234-5678",
                },
            },
        },
        "pagination": "340-348",
        "datePublished": "2023-07",
        "identifier": [
            {
                "@type": "PropertyValue",
                "propertyID": "doi",
                "value": "10.5555/heron<1>",
            },
            {"@type": "PropertyValue", "propertyID": "pmid", "value": "123"},
        ],
        "url": "https://doi.org/10.5555/heron%3C1%3E",
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("book", "Book"), ("webpage", "WebPage"), ("treaty", "CreativeWork")],
)
def test_every_kind_of_source_has_a_type(kind, expected):
    assert source({"type": kind, "title": "Pain", "editor": [{"literal": "A"}]}) == {
        "@type": expected,
        "name": "Pain",
        "editor": [{"@type": "Organization", "name": "A"}],
    }


def test_nothing_ends_the_script_element():
    text = "</script><!-- & \u2028 \u2029 é"
    printed = as_json({"name": text})
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(printed)
    assert json.loads(printed) == {"name": text}
