"""CSL-JSON of all kinds, brought to one."""

import pytest

from references import csl


def test_crossref_lists_and_names():
    item = csl.normalise(
        {
            "type": "posted-content",
            "title": ["A title"],
            "subtitle": ["and more"],
            "author": [{"name": "A Study Group"}, {"given": "Only"}, {"family": ""}],
            "published-online": {"date-parts": [[2020, 5]]},
            "issued": {"date-parts": [[None]]},
            "article-number": "e1",
        }
    )
    assert item == {
        "type": "article",
        "genre": "preprint",
        "title": "A title: and more",
        "author": [{"literal": "A Study Group"}, {"literal": "Only"}],
        "issued": {"date-parts": [[2020, 5]]},
        "page": "e1",
    }


def test_variables_in_the_note():
    item = csl.normalise(
        {
            "type": "article-journal",
            "note": "PMID: 12\n{:PMCID: PMC1234}\nDOI: see there\noriginal-date: 1920\n"
            "type: dataset\ntranslator: Muster || Max\nNote: read twice",
        }
    )
    assert item == {
        "type": "dataset",
        "PMID": "12",
        "PMCID": "PMC1234",
        "original-date": {"date-parts": [[1920]]},
        "translator": [{"family": "Muster", "given": "Max"}],
        "note": "DOI: see there\nNote: read twice",
    }


def test_the_note_does_not_overrule():
    item = csl.normalise({"type": "book", "PMID": "1", "note": "PMID: 2"})
    assert item == {"type": "book", "PMID": "1"}


def test_names_of_before_csl_1_0_2():
    item = csl.normalise(
        {"type": "book", "shortTitle": "S", "event": "E", "title": "T"}
    )
    assert item == {
        "type": "book",
        "title": "T",
        "title-short": "S",
        "event-title": "E",
    }


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        (" HTTP://EXAMPLE.ORG ", "HTTP://EXAMPLE.ORG"),
        ("www.example.org", "http://www.example.org"),
        ("javascript:alert(1)", ""),
        ("ftp://example.org", ""),
        ("https://", ""),
        ("https://[", ""),
        ('https://example.org/"onclick=', ""),
        ("https://example.org/a b", ""),
        (["https://example.org"], "https://example.org"),
        (7, ""),
    ],
)
def test_address(given, address):
    assert csl.address(given) == address


def test_doi_of_an_address():
    item = csl.normalise({"URL": "https://doi.org/10.1000/ABC", "type": "book"})
    assert item["DOI"] == "10.1000/ABC"


@pytest.mark.parametrize("value", [None, [], "text", 3, {}, {"title": {}}, {1: 2}])
def test_what_says_nothing_is_a_document(value):
    assert csl.normalise(value) == {"type": "document"}


def test_wrong_types_are_left_out():
    item = {
        "type": ["book"],
        "title": True,
        "author": 5,
        "issued": [1],
        "volume": 12.0,
        "custom": "x",
        "DOI": "none",
        "ISBN": "1-2-3",
        "unknown": "x",
    }
    assert csl.normalise(item) == {"type": "book", "volume": "12"}


def test_sizes_are_capped():
    item = csl.normalise(
        {
            "title": "x" * 10**6,
            "author": [{"family": "A"}] * 10**4,
            "abstract": "y" * 10**6,
        }
    )
    assert len(item["title"]) == csl.LONGEST_TEXT
    assert len(item["author"]) == csl.MOST_NAMES
    assert len(item["abstract"]) == csl.LONGEST_PROSE


@pytest.mark.parametrize(
    ("page", "normal"),
    [
        ("739–748", "739-748"),
        ("pp. 36 -- 44", "36-44"),
        ("pages 3-4", "3-4"),
        ("Pagesize", "Pagesize"),
        ("e12516", "e12516"),
        (7, "7"),
    ],
)
def test_pages(page, normal):
    assert csl.normalise({"type": "book", "page": page})["page"] == normal
