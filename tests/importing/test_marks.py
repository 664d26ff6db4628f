import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing import bibliography, marks
from importing.draft import Block, Citation, Draft, Outcome
from importing.rich_text import paragraph, plain

DATA = json.loads((Path(__file__).parents[1] / "data/importing/marks.json").read_text())
HEADING = Block("heading", {"level": "h2", "text": "References"})
MARK = re.compile(r'<a linktype="citation" data-key="[a-z0-9]+">(.*?)</a>')


def linked(text, entries, **fields):
    blocks = (
        Block("paragraph", f"<p>{text}</p>"),
        HEADING,
        *(Block("paragraph", paragraph(entry)) for entry in entries),
    )
    return marks.link(*bibliography.take(Draft(blocks=blocks, **fields)))


def doubts(draft):
    """Give the places of the marks that were left for a person."""
    left = [each for each in draft.problems if each.outcome == Outcome.FOUND]
    return [each.excerpt for each in left]


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["text"])
def test_sure_marks_become_citations_and_nothing_else_changes(case):
    draft = linked(case["text"], DATA[case["list"]])

    (block,) = draft.blocks
    assert MARK.sub(r"{\1}", block.value) == f"<p>{case['marked']}</p>"
    cited = [[at + 1 for at in each.references] for each in draft.citations]
    assert cited == case["cites"]
    expected = case.get("locators", [[""] * len(each) for each in cited])
    assert [list(each.locators) for each in draft.citations] == expected
    assert len(doubts(draft)) == case.get("doubts", 0)


def test_numbers_mean_an_unnumbered_list_when_they_follow_its_order():
    entries = [entry[3:] for entry in DATA["numbered"]]
    draft = linked("Ice [1], heat [2] and rest [3], [1].", entries)

    assert [each.references for each in draft.citations] == [(0,), (1,), (2,), (0,)]


def test_numbers_out_of_the_order_of_an_unnumbered_list_are_left_for_a_person():
    entries = [entry[3:] for entry in DATA["numbered"]]
    draft = linked("Ice [3], heat [1] and rest [2].", entries)

    assert draft.citations == ()
    assert len(doubts(draft)) == 3


def test_a_mark_with_only_its_text_known_gets_what_it_means():
    text = 'Ice<a linktype="citation" data-key="c1"><sup>2,3</sup></a> helps.'
    draft = linked(text, DATA["numbered"], citations=(Citation("c1", (), (), "2,3"),))

    (citation,) = draft.citations
    assert citation.references == (1, 2)
    assert draft.blocks[0].value == f"<p>{text}</p>"


def test_the_marks_of_notes_are_none_of_references():
    text = 'Ice helps.<a href="#note-1"><sup>1</sup></a> Heat too.<sup>2</sup>'
    draft = linked(text, DATA["numbered"])

    assert [each.references for each in draft.citations] == [(1,)]


def test_marks_in_cells_and_captions_are_found():
    table = {
        "caption": "<p>Doses [1]</p>",
        "table": {"rows": [{"values": ["<p>[2]</p>"]}]},
    }
    blocks = (
        Block("table", table),
        HEADING,
        *(Block("paragraph", paragraph(entry)) for entry in DATA["numbered"]),
    )
    draft = marks.link(*bibliography.take(Draft(blocks=blocks)))

    assert [each.references for each in draft.citations] == [(0,)]
    assert doubts(draft) == ["[2]"]


PIECES = [
    "[1]",
    "(2)",
    "¹",
    "<sup>1</sup>",
    "<b>",
    "</b>",
    "(May, 2015)",
    "[",
    "(",
    "&amp;",
]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=9)), max_size=20),
    st.sampled_from(["numbered", "by author"]),
)
def test_what_is_read_stays_the_same(pieces, entries):
    text = "".join(
        piece if piece in PIECES else piece.replace("<", "").replace("&", "")
        for piece in pieces
    )
    draft = linked(f"{text} [1]", DATA[entries])

    assert plain(draft.blocks[0].value) == plain(f"<p>{text} [1]</p>")
