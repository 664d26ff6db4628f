"""Tags for reference managers and for sharing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from blog import sharing
from blog.bibliographic import Affiliation, Article, Person, Picture, Topic
from blog.highwire import reference, tags

ARTICLE = Article(
    key="article1",
    title="Pain",
    url="https://example.org/articles/pain/",
    publisher="Citewell",
    publisher_url="https://example.org/",
    language="en",
    summary="About pain.",
    authors=(
        Person(
            "Ada Quill",
            given="Ada",
            family="Quill",
            orcid="0000-0002-1825-0097",
            affiliations=(Affiliation("Harbour Clinic", "Elsewhere"),),
        ),
    ),
    topics=(Topic("Nerve pain", "/n/"), Topic("Sleep", "/s/")),
    published=datetime(2026, 5, 7, 9, tzinfo=UTC),
)


def test_an_article_names_everything_and_each_source():
    assert tags(ARTICLE, [{"type": "book", "title": "One"}, {"type": "book"}]) == [
        ("citation_title", "Pain"),
        ("citation_author", "Quill, Ada"),
        ("citation_author_institution", "Harbour Clinic, Elsewhere"),
        ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"),
        ("citation_publication_date", "2026/05/07"),
        ("citation_online_date", "2026/05/07"),
        ("citation_publisher", "Citewell"),
        ("citation_language", "en"),
        ("citation_abstract", "About pain."),
        ("citation_keywords", "Nerve pain; Sleep"),
        ("citation_public_url", "https://example.org/articles/pain/"),
        ("citation_fulltext_html_url", "https://example.org/articles/pain/"),
        ("citation_reference", "citation_title=One"),
    ]


@pytest.mark.parametrize(
    ("person", "printed"),
    [
        (Person("Ada van Groen", given="Ada", family="van Groen"), "van Groen, Ada"),
        (
            Person("Ada B van Groen", given="Ada B", family="van Groen"),
            "Ada B van Groen",
        ),
        (Person("Heron Study Group"), "Heron Study Group"),
        (Person("Heron"), "Heron"),
    ],
)
def test_no_author_is_taken_for_two(person, printed):
    told = tags(replace(ARTICLE, authors=(person,)), [])
    assert ("citation_author", printed) in told


def test_a_source_is_told_in_parts_that_no_text_can_break():
    paper = {
        "type": "article-journal",
        "title": "Sleep; and <i>pain</i>",
        "author": [{"family": "Quill", "given": "A"}, {"literal": "Study Group"}],
        "container-title": "J Ex",
        "issued": {"date-parts": [[2023, 7]]},
        "volume": "17",
        "page": "340-348",
        "DOI": "10.5555/heron.1",
    }
    assert reference(paper) == (
        "citation_title=Sleep, and pain; citation_author=Quill, A; "
        "citation_author=Study Group; citation_journal_title=J Ex; "
        "citation_publication_date=2023-07; citation_volume=17; "
        "citation_doi=10.5555/heron.1; citation_firstpage=340; citation_lastpage=348"
    )


def test_what_is_shared_names_title_picture_and_dates():
    picture = Picture("https://example.org/media/a.webp", 1280, 720, "A heron")
    assert sharing.open_graph(replace(ARTICLE, picture=picture)) == [
        ("og:type", "article"),
        ("og:title", "Pain"),
        ("og:description", "About pain."),
        ("og:url", "https://example.org/articles/pain/"),
        ("og:site_name", "Citewell"),
        ("og:image", "https://example.org/media/a.webp"),
        ("og:image:width", "1280"),
        ("og:image:height", "720"),
        ("og:image:alt", "A heron"),
        ("article:published_time", "2026-05-07T09:00:00+00:00"),
        ("article:tag", "Nerve pain"),
        ("article:tag", "Sleep"),
    ]


def test_dublin_core_tells_zotero_that_this_is_a_blog():
    assert sharing.dublin_core(ARTICLE) == [
        ("DC.type", "blogPost"),
        ("DC.title", "Pain"),
        ("DC.creator", "Ada Quill"),
        ("DC.publisher", "Citewell"),
        ("DC.date", "2026-05-07"),
        ("DC.language", "en"),
        ("DC.identifier", "https://example.org/articles/pain/"),
    ]
