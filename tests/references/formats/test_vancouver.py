"""Vancouver style, beyond the works of test_rendering_works."""

import pytest

from references.formats import vancouver

QUILL = {"family": "Quill", "given": "Ada B."}
OAKE = {"family": "Oake", "given": "Tom"}


@pytest.mark.parametrize(
    ("creators", "text"),
    [
        ({"author": [QUILL], "editor": [OAKE]}, "Quill AB. T. Oake T, editor."),
        ({"editor": [QUILL, OAKE]}, "Quill AB, Oake T, editors. T."),
        ({"translator": [OAKE]}, "Oake T, translator. T."),
        (
            {"editor": [QUILL], "translator": [OAKE]},
            "Quill AB, editor, Oake T, translator. T.",
        ),
        (
            {"editor": [OAKE], "translator": [OAKE]},
            "Oake T, editor & translator. T.",
        ),
        ({}, "T."),
    ],
)
def test_who_stands_first(creators, text):
    assert vancouver.as_text({"type": "book", "title": "T", **creators}) == text


def test_seven_authors_are_six_and_et_al():
    authors = [{"family": f"Name{at}", "given": "A"} for at in range(7)]
    assert vancouver.as_text({"title": "T", "author": authors}) == (
        "Name0 A, Name1 A, Name2 A, Name3 A, Name4 A, Name5 A, et al. T."
    )


@pytest.mark.parametrize(
    ("identifiers", "end"),
    [
        ({}, " [Internet]. [cited 2024 May]. Available from: https://example.org/"),
        ({"DOI": "10.1000/1"}, ". doi:10.1000/1"),
        ({"PMID": "12"}, ". PubMed PMID: 12."),
        (
            {"PMID": "12", "PMCID": "PMC34"},
            ". PubMed PMID: 12; PubMed Central PMCID: PMC34.",
        ),
    ],
)
def test_an_identifier_replaces_the_address_of_an_article(identifiers, end):
    item = {
        "type": "article-journal",
        "title": "T",
        "container-title": "J Ex",
        "URL": "https://example.org/",
        "accessed": {"date-parts": [[2024, 5]]},
        **identifiers,
    }
    assert vancouver.as_text(item) == f"T. J Ex{end}"


def test_a_series_with_its_number():
    item = {
        "type": "book",
        "title": "T",
        "publisher": "Example Press",
        "collection-title": "Studies of pain",
        "collection-number": "7",
    }
    assert vancouver.as_text(item) == "T. Example Press. (Studies of pain; no. 7)."
