"""AMA style, beyond the works of test_rendering_works."""

import pytest

from references.formats import ama


def test_html_of_a_journal_article():
    html = ama.as_html(
        {
            "type": "article-journal",
            "title": "Growth of <i>E. coli</i> in CO<sub>2</sub> & air",
            "author": [{"family": "Quill", "given": "Ada"}],
            "container-title": "Journal of Examples",
            "container-title-short": "J. Ex.",
            "issued": {"date-parts": [[2023]]},
            "volume": "1",
            "DOI": "10.1000/1",
        }
    )
    assert html == (
        "Quill A. Growth of <i>E. coli</i> in CO<sub>2</sub> &amp; air. "
        "<i>J Ex</i>. 2023;1. "
        '<a href="https://doi.org/10.1000/1" rel="noreferrer">doi:10.1000/1</a>'
    )


def test_italics_in_an_italic_title_turn_roman():
    html = ama.as_html({"type": "book", "title": "Guide to <i>E. coli</i> and pain"})
    assert html == "<i>Guide to </i>E. coli<i> and Pain</i>."


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "Name0 A. T."),
        (6, "Name0 A, Name1 A, Name2 A, Name3 A, Name4 A, Name5 A. T."),
        (7, "Name0 A, Name1 A, Name2 A, et al. T."),
    ],
)
def test_more_than_six_authors_end_in_et_al(number, text):
    authors = [{"family": f"Name{at}", "given": "A"} for at in range(number)]
    assert ama.as_text({"title": "T", "author": authors}) == text


def test_editors_stand_once():
    item = {"type": "book", "title": "T", "editor": [{"family": "Oake", "given": "T"}]}
    assert ama.as_text(item) == "Oake T, ed. T."
    item |= {"author": [{"family": "Quill", "given": "A"}]}
    assert ama.as_text(item) == "Quill A. T. (Oake T, ed.)."


def test_a_day_of_update_stands_before_the_day_of_access():
    item = {
        "type": "webpage",
        "title": "Pain",
        "URL": "https://example.org/",
        "accessed": {"date-parts": [[2024, 5, 12]]},
        "custom": {"updated": {"date-parts": [[2022, 11, 28]]}},
    }
    assert ama.as_text(item) == (
        "Pain. Updated November 28, 2022. Accessed May 12, 2024. https://example.org/"
    )
