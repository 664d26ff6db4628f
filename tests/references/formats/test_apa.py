"""APA style, beyond the works of test_rendering_works."""

import pytest

from references.formats import apa

QUILL = {"family": "Quill", "given": "Ada B."}
OAKE = {"family": "Oake", "given": "Tom"}
CLINIC = {"literal": "Example Clinic"}


def numbered(count):
    return [{"family": f"N{at}", "given": "A"} for at in range(1, count + 1)]


@pytest.mark.parametrize(
    ("authors", "text"),
    [
        ([QUILL], "Quill, A. B."),
        ([QUILL, OAKE], "Quill, A. B., & Oake, T."),
        ([QUILL, CLINIC], "Quill, A. B. & Example Clinic."),
        ([CLINIC, QUILL], "Example Clinic, & Quill, A. B."),
        ([QUILL, CLINIC, OAKE], "Quill, A. B., Example Clinic, & Oake, T."),
    ],
)
def test_authors(authors, text):
    assert apa.as_text({"type": "book", "author": authors}) == f"{text} (n.d.)."


def test_twenty_authors_are_all_named():
    text = apa.as_text({"type": "book", "author": numbered(20)})
    assert text.endswith("N19, A., & N20, A. (n.d.).")


def test_of_more_authors_nineteen_and_the_last_are_named():
    text = apa.as_text({"type": "book", "author": numbered(25)})
    assert text.endswith("N18, A., N19, A., … N25, A. (n.d.).")


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"issued": {"date-parts": [[2020, 5, 7]]}}, "(2020, May 7)"),
        ({"issued": {"date-parts": [[2020]], "season": 1}}, "(2020, Spring)"),
        ({"issued": {"date-parts": [[1900]], "circa": True}}, "(ca. 1900)"),
        ({"issued": {"raw": "some time ago"}}, "(some time ago)"),
        ({"issued": {"date-parts": [[None]]}}, "(n.d.)"),
        ({"status": "In press"}, "(in press)"),
        (
            {"issued": {"date-parts": [[2020, 5, 7]]}, "year-suffix": "b"},
            "(2020b, May 7)",
        ),
        ({"year-suffix": "-b"}, "(n.d.-b)"),
        ({}, "(n.d.)"),
    ],
)
def test_dates(item, text):
    item = {"type": "webpage", "title": "T", **item}
    assert apa.as_text(item) == f"T. {text}."


def test_a_title_without_author_moves_forward_with_what_identifies_it():
    item = {
        "type": "dataset",
        "title": "Sleep",
        "version": "2",
        "issued": {"date-parts": [[2020]]},
    }
    assert apa.as_text(item) == "Sleep (Version 2). (2020). [Dataset]."


@pytest.mark.parametrize(
    ("people", "text"),
    [
        ({"editor": [OAKE]}, "T (T. Oake, Ed.)."),
        ({"translator": [OAKE]}, "T (T. Oake, Trans.)."),
        ({"editor": [OAKE], "translator": [OAKE]}, "T (T. Oake, Ed. & Trans.)."),
        (
            {"editor": [OAKE], "translator": [QUILL]},
            "T (T. Oake, Ed.; A. B. Quill, Trans.).",
        ),
    ],
)
def test_contributors_of_a_book(people, text):
    item = {"type": "book", "title": "T", "author": [QUILL], **people}
    assert apa.as_text(item) == f"Quill, A. B. (n.d.). {text}"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (
            {"type": "legislation", "number": "101-3", "volume": "42"},
            "T, Pub. L. Nos. 101–3, 42 (2020).",
        ),
        (
            {"type": "legislation", "volume": "42", "section": "12"},
            "T, 42 § 12 (2020).",
        ),
        ({"type": "bill", "number": "5", "genre": "H.R."}, "T, H.R. No. 5 (2020)."),
        (
            {"type": "hearing", "section": "Committee on Pain", "author": [OAKE]},
            "T: Hearing before the Committee on Pain (2020) (testimony of Tom Oake).",
        ),
        (
            {"type": "treaty", "author": [{"literal": "A"}, {"literal": "B"}]},
            "T, A-B, May 7, 2020.",
        ),
        (
            {
                "type": "regulation",
                "genre": "E.O.",
                "number": "9",
                "status": "proposed",
            },
            "T, E.O. No. 9 (2020) (proposed).",
        ),
        (
            {"type": "legal_case", "number": "5", "authority": "9th Cir."},
            "T, No. 5 (9th Cir. May 7, 2020).",
        ),
    ],
)
def test_legal_references(item, text):
    issued = {"date-parts": [[2020, 5, 7]]}
    assert apa.as_text({"title": "T", "issued": issued, **item}) == text


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (
            {"reviewed-title": "On wounds", "title": "Well cut"},
            "Quill, A. B. (n.d.). Well cut [Review of On wounds]. J Ex.",
        ),
        (
            {"reviewed-author": [OAKE], "title": "On wounds"},
            "Quill, A. B. (n.d.). [Review of On wounds, by T. Oake]. J Ex.",
        ),
    ],
)
def test_reviews(item, text):
    item |= {"type": "article-journal", "author": [QUILL], "container-title": "J Ex"}
    assert apa.as_text(item) == text


def test_html_of_a_journal_article():
    html = apa.as_html(
        {
            "type": "article-journal",
            "title": "Pain",
            "container-title": "Journal of examples",
            "volume": "4",
            "issue": "2",
            "issued": {"date-parts": [[2020]]},
            "DOI": "10.1000/1",
        }
    )
    assert html == (
        "Pain. (2020). <i>Journal of Examples</i>, <i>4</i>(2). "
        '<a href="https://doi.org/10.1000/1" rel="noreferrer">'
        "https://doi.org/10.1000/1</a>"
    )
