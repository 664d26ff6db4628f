"""What the list of references says of each source, and its marks with it."""

import json

import pytest
from bs4 import BeautifulSoup

from references import library
from references.citing.links import Link, links

ITEM = {
    "type": "article-journal",
    "title": "Sleep in herons",
    "author": [{"family": "Quill", "given": "Ada"}],
    "issued": {"date-parts": [[2023]]},
}
PMC = Link("Free full text", "https://pmc.ncbi.nlm.nih.gov/articles/PMC7/")
DOI = Link("Publisher’s page", "https://doi.org/10.5555/a%22b")
PUBMED = Link("PubMed", "https://pubmed.ncbi.nlm.nih.gov/12/")
BOOK = Link("Free full text", "https://www.ncbi.nlm.nih.gov/books/NBK5/")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, ()),
        ({"DOI": '10.5555/a"b', "PMID": "12", "PMCID": "PMC7"}, (PMC, DOI, PUBMED)),
        ({"custom": {"NBK": "NBK5"}}, (BOOK,)),
        ({"URL": "https://a.example/b"}, (Link("Web page", "https://a.example/b"),)),
        ({"PMID": "12", "URL": "https://pubmed.ncbi.nlm.nih.gov/12/"}, (PUBMED,)),
        ({"URL": "javascript:alert(1)"}, ()),
    ],
)
def test_links_say_what_is_there_each_once(variables, expected):
    assert links({**ITEM, **variables}) == expected


@pytest.fixture
def source(db):
    return library.add(ITEM, source="import")


@pytest.fixture
def shown(client, article, source):
    """Give a function that cites the source and gives its mark and its entry."""

    def show():
        source.save()
        mark = f'<a linktype="citation" id="{source.pk}">[x]</a>'
        block = {"type": "paragraph", "id": "p", "value": f"<p>Words{mark}.</p>"}
        article.body = json.dumps([block])
        article.save()
        page = BeautifulSoup(client.get(article.url).content.decode(), "html.parser")
        return page.select_one("a.citation"), page.select_one(".cited .reference")

    return show


def words(element):
    return " ".join(element.get_text().split())


@pytest.mark.parametrize(
    ("standing", "mark", "line"),
    [
        ("current", "1", None),
        ("corrected", "1", "Corrected (May 2024): read the notice"),
        ("concern", "1 [expression of concern]", "Expression of concern (May 2024)"),
        ("partly-retracted", "1 [partly retracted]", "Partly retracted (May 2024)"),
        ("withdrawn", "1 [withdrawn]", "Withdrawn (May 2024)"),
        ("retracted", "1 [retracted]", "Retracted (May 2024)"),
    ],
)
def test_the_mark_and_the_entry_warn(shown, source, standing, mark, line):
    source.standing, source.notice_date = standing, "2024-05"
    source.notice_doi = "10.5555/notice" if standing == "corrected" else ""
    found, entry = shown()
    assert words(found) == mark
    warned = entry.select_one(".standing")
    assert (warned and words(warned)) == line


def test_the_entry_says_what_was_found_in_whom_and_how_sure_that_is(shown, source):
    appraisal = {"finding": "Less pain.", "population": "Adults", "certainty": "low"}
    source.appraisals = [
        ("appraisal", appraisal),
        ("appraisal", {"finding": "More <sleep>."}),
        ("appraisal", {"population": "Herons"}),
    ]
    _mark, entry = shown()
    assert [words(each) for each in entry.select(".reference__finding")] == [
        "Adults: Less pain. Certainty: low.",
        "More <sleep>.",
    ]


@pytest.mark.parametrize("live", [True, False])
def test_the_entry_leads_to_the_record_that_readers_may_see(shown, source, live):
    source.live = live
    _mark, entry = shown()
    record = entry.select(f'a[href="{source.get_absolute_url()}"]')
    assert len(record) == int(live)
