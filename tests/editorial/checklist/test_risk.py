"""Relative risks without the numbers that they are made of."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.checklist import Draft, Text
from editorial.checklist.risk import relative_risk_alone

EXAMPLES = [
    json.loads(line)
    for line in Path("tests/data/checklist/risks.jsonl").read_text().splitlines()
]
WORDS = [
    "30%",
    "lower",
    "risk",
    "of",
    "by",
    "in",
    "twice",
    "hazard ratio",
    "4",
    "a",
    ".",
]


def alone(html):
    return [it.message for it in relative_risk_alone(Draft((Text(html, "body.a"),)))]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["paragraph"])
def test_each_example(example):
    assert alone(f"<p>{example['paragraph']}</p>") == example["alone"]


def test_numbers_of_another_paragraph_do_not_count():
    risk, numbers = "It halves the risk.", "It is 2 instead of 4 in 100."
    assert alone(f"<p>{risk}</p><p>{numbers}</p>") == [risk]
    assert alone(f"<p>{risk} {numbers}</p>") == []
    assert alone(f"<ul><li>{risk}</li><li>{numbers}</li></ul>") == [risk]


def test_a_heading_states_nothing():
    assert alone("<h2>It halves the risk</h2>") == []


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_what_is_listed_stands_in_the_text(text):
    assert all(sentence in text for sentence in alone(text))


@pytest.mark.parametrize("word", ["30% ", "risk ", "lower risk by ", "1.0, ", "a"])
def test_no_text_takes_long(word):
    start = time.process_time()
    alone(word * 20_000)
    assert time.process_time() - start < 2
