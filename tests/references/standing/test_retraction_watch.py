"""What the table of Retraction Watch says of papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.standing import Standing, State, from_retraction_watch

DOI, NOTICE = "10.5555/article", "10.5555/notice"
COLUMNS = "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI"


def table(*rows):
    return "\n".join([f"{COLUMNS},RetractionNature", *rows])


def test_retraction_watch_takes_the_most_serious_row_of_a_paper():
    standings, problems = from_retraction_watch(
        table(
            "3/6/2014 0:00,10.5555/first,0,10.5555/ARTICLE,Correction",
            "2/6/2020 0:00,10.5555/notice,33334444,10.5555/article,Retraction",
            "1/1/2021 0:00,10.5555/b,0,10.5555/other,Expression of concern",
        )
    )
    assert standings == {
        DOI: Standing(
            state=State.RETRACTED,
            notice_doi=NOTICE,
            notice_pmid="33334444",
            date=(2020, 2, 6),
            sources=("Retraction Watch",),
        ),
        "10.5555/other": Standing(
            state=State.CONCERN,
            notice_doi="10.5555/b",
            date=(2021, 1, 1),
            sources=("Retraction Watch",),
        ),
    }
    assert problems == []


def test_retraction_watch_reinstatement():
    rows = [
        "1/1/2020 0:00,10.5555/a,0,10.5555/article,Retraction",
        "1/1/2021 0:00,10.5555/b,0,10.5555/article,Reinstatement",
    ]
    standings, _ = from_retraction_watch(table(*reversed(rows)))
    assert standings == {DOI: Standing(sources=("Retraction Watch",))}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1/1/2020 0:00,10.5555/a,0,,Retraction", "This row names no paper by a DOI."),
        (
            "1/1/2020 0:00,10.5555/a,0,Unavailable,Retraction",
            "This row names no paper by a DOI.",
        ),
        (
            "1/1/2020 0:00,10.5555/a,0,10.5555/article,",
            "“” is no known kind of notice.",
        ),
    ],
)
def test_retraction_watch_row_that_says_nothing_is_a_problem(row, message):
    standings, problems = from_retraction_watch(table(row))
    assert (standings, [(it.place, it.message, it.raw) for it in problems]) == (
        {},
        [("line 2", message, row)],
    )


@given(st.text())
def test_any_text_is_read_without_an_error(text):
    assert from_retraction_watch(text)[0] == {}
