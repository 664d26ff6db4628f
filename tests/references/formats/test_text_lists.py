"""Pasted lists of references."""

from pathlib import Path

import pytest

from references.formats import text
from references.records import Problem

DATA = Path(__file__).parents[2] / "data" / "references" / "text"


def places(pasted):
    return [
        (record.place, record.item["title"]) for record in text.read(pasted).records
    ]


def test_a_numbered_list_with_wrapped_lines():
    batch = text.read((DATA / "numbered.txt").read_text(encoding="utf-8"))
    assert [(record.place, record.item["title"]) for record in batch.records] == [
        ("lines 3–5", "Nerve blocks for pelvic pain: a randomised trial"),
        ("lines 6–7", "Handbook of spinal care"),
        ("lines 9–11", "Easy stretches"),
    ]
    assert batch.records[2].item["URL"] == "https://www.example.org/a/b.pdf"
    assert batch.problems == (
        Problem(
            "line 1",
            "No reference: it has no author, year, address or identifier.",
            "Further reading",
        ),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("[1] ", "[2] "), ("1) ", "2) "), ("1.\t", "2.\t"), ("• ", "• ")],
)
def test_marks_of_lists_are_left_out(first, second):
    pasted = (
        f"{first}Haugen P. One. BMJ. 2017;1:2.\n\n{second}Ito K. Two. BMJ. 2018;3:4."
    )
    assert places(pasted) == [("line 1", "One"), ("line 3", "Two")]


def test_a_line_is_a_reference_where_nothing_says_otherwise():
    pasted = (
        "Gross JL (2003) Handbook of graph theory. CRC Press\n"
        "World Health Organization. (2018). Pain in children. Geneva: WHO\n"
        "Pain at night. Health Site. Retrieved May 12, 2024, from https://a.example/b\n"
    )
    assert places(pasted) == [
        ("line 1", "Handbook of graph theory"),
        ("line 2", "Pain in children"),
        ("line 3", "Pain at night"),
    ]


def test_a_wrapped_reference_without_number_is_joined():
    pasted = (
        "Haugen P, Ito K,\nOkonkwo AB. A title so long that it goes\n"
        "on below. Pain. 2017;1:2.\ndoi: 10.1000/x\n"
    )
    batch = text.read(pasted)
    assert [record.place for record in batch.records] == ["lines 1–4"]
    assert len(batch.records[0].item["author"]) == 3
    assert batch.records[0].item["DOI"] == "10.1000/x"


def test_a_text_too_long_for_a_reference_is_a_problem_that_keeps_it():
    pasted = "x" * 100_000
    assert text.read(pasted).problems == (
        Problem(
            "line 1", "This is too long for one reference (5000 characters).", pasted
        ),
    )


def test_nothing_gives_nothing():
    assert text.read(" \n\n") == text.read("")
