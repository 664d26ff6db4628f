import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing import bibliography
from importing.bibliography.headings import may_name_a_list, names_a_list
from importing.draft import Block, Draft, Outcome
from importing.rich_text import paragraph, plain

CASES = json.loads(
    (Path(__file__).parents[1] / "data/importing/bibliographies.json").read_text()
)


def body(lines):
    """Make blocks of lines; a "#" opens a heading."""
    return tuple(
        Block("heading", {"level": "h2", "text": line[2:]})
        if line.startswith("# ")
        else Block("paragraph", paragraph(line))
        for line in lines
    )


def as_lines(blocks):
    """Give blocks as the lines that `body` makes them of."""
    return [
        f"# {block.value['text']}" if block.type == "heading" else plain(block.value)
        for block in blocks
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_list_leaves_the_body_and_is_read(case):
    draft, sources = bibliography.take(Draft(blocks=body(case["body"])))

    assert as_lines(draft.blocks) == case["left"]
    assert [item["title"] for item in draft.references] == case["titles"]
    assert [source.number for source in sources] == case["numbers"]
    kinds = [problem.kind for problem in draft.problems]
    assert ("reference-list" in kinds) == case.get("doubtful", False)


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "REFERENCES:",
        "7. Références",
        "Literature cited",
        "Further Reading",
        "Works Cited",
        "Bibliografía",
        "Källförteckning",
        "Список литературы",
        "参考文献",
        "المراجع",
    ],
)
def test_usual_headings_are_known(heading):
    assert names_a_list(heading)


def test_a_heading_that_speaks_of_references_may_name_a_list():
    heading = "Some additional information and helpful references"
    assert (names_a_list(heading), may_name_a_list(heading)) == (False, True)


def test_items_of_an_ordered_list_have_its_numbers_and_the_links_are_read():
    html = (
        '<ol start="3"><li>Wong A. <i>Slow waves</i>. Brain Lett. 2013;1:2-3.</li>'
        '<li>Xu B. Fast waves. <a href="https://doi.org/10.1000/fast">Full text</a>'
        "</li></ol>"
    )
    blocks = (*body(["# References"]), Block("paragraph", html))
    draft, sources = bibliography.take(Draft(blocks=blocks))

    assert [source.number for source in sources] == [3, 4]
    assert draft.references[1]["DOI"] == "10.1000/fast"
    assert draft.printed[0] == "Wong A. Slow waves. Brain Lett. 2013;1:2-3."


def test_lines_that_breaks_part_are_entries():
    html = (
        "<p>1. Wong A. Slow waves. Brain Lett. 2013;1:2-3.<br/>"
        "2. Xu B. Fast waves. Brain Lett. 2014;2:4-5.</p>"
    )
    blocks = (*body(["# References"]), Block("paragraph", html))
    draft, _sources = bibliography.take(Draft(blocks=blocks))

    assert [item["title"] for item in draft.references] == ["Slow waves", "Fast waves"]


def test_what_stands_before_the_list_in_one_block_stays():
    html = (
        "<p>The end.</p><p><b>References</b></p>"
        "<p>1. Wong A. Slow waves. Brain Lett. 2013;1:2-3.</p>"
        "<p>2. Xu B. Fast waves. Brain Lett. 2014;2:4-5.</p>"
    )
    draft, _sources = bibliography.take(Draft(blocks=(Block("paragraph", html),)))

    assert draft.blocks == (Block("paragraph", "<p>The end.</p>"),)


def test_a_work_that_a_field_gave_is_not_given_twice():
    known = {
        "type": "article-journal",
        "title": "Slow waves",
        "author": [{"family": "Wong", "given": "A"}],
        "container-title": "Brain Lett",
        "issued": {"date-parts": [[2013]]},
        "volume": "1",
        "page": "2-3",
    }
    draft = Draft(
        blocks=body(["# References", "1. Wong A. Slow waves. Brain Lett. 2013;1:2-3."]),
        references=(known,),
        printed=("",),
    )
    taken, sources = bibliography.take(draft)

    assert taken.references == (known,)
    assert [source.reference for source in sources] == [0]


def test_an_entry_that_cannot_be_read_keeps_its_text_and_is_named():
    lines = [
        "# References",
        "1. Wong A. Slow waves. Brain Lett. 2013;1:2-3.",
        "2. the same leaflet as above",
        "3. Xu B. Fast waves. Brain Lett. 2014;2:4-5.",
    ]
    draft, _sources = bibliography.take(Draft(blocks=body(lines)))

    assert draft.references[1] == {
        "type": "document",
        "title": "the same leaflet as above",
    }
    assert [(each.id, each.outcome) for each in draft.problems] == [
        ("reference-1", Outcome.CONVERTED),
        ("reference-2", Outcome.CHANGED),
        ("reference-3", Outcome.CONVERTED),
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=60),
            st.sampled_from([line for case in CASES for line in case["body"]]),
        ),
        max_size=12,
    )
)
def test_no_text_is_lost_whatever_it_is(lines):
    blocks = body(lines)
    draft, _sources = bibliography.take(Draft(blocks=blocks))

    kept = " ".join([*as_lines(draft.blocks), *draft.printed]).split()
    words = [word for line in as_lines(blocks) for word in line.split()]
    if not draft.references:
        assert kept == [
            word for line in as_lines(draft.blocks) for word in line.split()
        ]
        assert draft.blocks == blocks
    assert len(kept) <= len(words)
