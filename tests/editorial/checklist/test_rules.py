"""Each rule on plain values, and what a site makes of what they find."""

import json
from pathlib import Path

import pytest

from editorial.checklist import (
    RULES,
    SETTABLE,
    Author,
    Draft,
    Finding,
    Heading,
    Picture,
    Severity,
    Source,
    Text,
    findings,
)

LINKS = [
    json.loads(line)
    for line in Path("tests/data/checklist/links.jsonl").read_text().splitlines()
]


def found(draft, rule):
    """Give words, place and detail of what one rule finds."""
    return [
        (each.message, each.path, each.detail)
        for each in findings(draft, {})
        if each.rule == rule
    ]


def text(html, path="body.a"):
    return Draft(content=(Text(html, path),))


def test_an_empty_draft_has_no_findings():
    assert findings(Draft(), {}) == []


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("", [("Write a summary.", "summary", "")]),
        (" \n", [("Write a summary.", "summary", "")]),
        ("What it is about.", []),
        (None, []),
    ],
)
def test_summary(summary, expected):
    assert found(Draft(summary=summary), "summary") == expected


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (None, []),
        ((), ["Name an author in the byline."]),
        ((Author("Ada Finch", True),), []),
        (
            (Author("Ada Finch", False), Author("Bo Reed", True)),
            ["Ada Finch has not disclosed any interests in the last 12 months."],
        ),
    ],
)
def test_disclosures(authors, expected):
    assert found(Draft(authors=authors), "disclosures") == [
        (words, "authorships", "") for words in expected
    ]


def test_sign_off():
    unsigned = "No reviewer has signed this text off."
    assert found(Draft(unsigned=unsigned), "sign_off") == [(unsigned, "", "")]


@pytest.mark.parametrize(
    ("alternative_text", "is_decorative", "is_listed"),
    [
        ("", False, True),
        ("  ", False, True),
        ("", True, False),
        ("A leg", False, False),
    ],
)
def test_alternative_texts(alternative_text, is_decorative, is_listed):
    picture = Picture("Leg", alternative_text, "body.a", "body.a.b", is_decorative)
    expected = [("Say what “Leg” shows.", "body.a.b", "")] if is_listed else []
    assert found(Draft(pictures=(picture,)), "alternative_texts") == expected


def test_what_is_wrong_with_a_picture_is_said_once():
    first, second = (
        Picture("Leg", "A leg", path, path, obstacles=("“Leg” has no credit.",))
        for path in ("lead_image", "body.a")
    )
    assert found(Draft(pictures=(first, second)), "picture_rights") == [
        ("“Leg” has no credit.", "lead_image", "")
    ]


def test_sources():
    draft = Draft(
        sources=(
            Source("One", "body.a", "Retracted", is_retracted=True),
            Source("Two", "body.b", "Expression of concern"),
            Source("Three", "body.c", is_dead=True),
            Source("Four", "body.d", "Withdrawn", is_retracted=True, is_dead=True),
        )
    )
    assert found(draft, "retracted_sources") == [
        ("One", "body.a", "Retracted"),
        ("Four", "body.d", "Withdrawn"),
    ]
    assert found(draft, "questioned_sources") == [
        ("Two", "body.b", "Expression of concern")
    ]
    assert found(draft, "dead_sources") == [
        ("Three", "body.c", ""),
        ("Four", "body.d", ""),
    ]


def test_uncited_claims():
    claim = "Aspirin prevents clots."
    assert found(text(f"<p>{claim}</p>"), "uncited_claims") == [
        (claim, "body.a", "effect")
    ]
    sourced = Draft(content=(Text(f"<p>{claim}</p>", "body.a", is_sourced=True),))
    assert found(sourced, "uncited_claims") == []


@pytest.mark.parametrize("example", LINKS, ids=lambda each: each["html"])
def test_links(example):
    listed = [words for words, *_rest in found(text(example["html"]), "links")]
    assert listed == example["listed"]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ([(2, "A"), (3, "B"), (2, "C"), (3, "D"), (4, "E")], []),
        ([(3, "B"), (2, "A")], ["“B” has no heading of the level above it."]),
        ([(2, "A"), (4, "B"), (4, "C")], ["“B” has no heading of the level above it."]),
        ([(2, " "), (2, "A")], ["A heading is empty."]),
        (
            [(2, ""), (3, "A")],
            ["A heading is empty.", "“A” has no heading of the level above it."],
        ),
    ],
)
def test_headings(headings, expected):
    draft = Draft(content=tuple(Heading(*each, "body.h") for each in headings))
    assert found(draft, "headings") == [(words, "body.h", "") for words in expected]


def test_a_site_chooses_what_blocks_and_what_is_off():
    draft = Draft(summary="", authors=())
    chosen = {"summary": Severity.ADVISE, "disclosures": Severity.OFF}
    assert findings(draft, chosen) == [
        Finding("summary", "Write a summary.", "summary", Severity.ADVISE)
    ]


def test_what_blocks_unless_a_site_says_otherwise():
    assert [name for name, rule in RULES.items() if rule.severity == "block"] == [
        "sign_off",
        "summary",
        "disclosures",
        "alternative_texts",
        "picture_rights",
        "retracted_sources",
    ]
    assert set(RULES) - set(SETTABLE) == {"sign_off"}
