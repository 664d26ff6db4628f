"""What services answer, beside the items that it gives."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from references.lookup.mapping import (
    casing,
    crossref,
    datacite,
    openalex,
    openlibrary,
    webpage,
)

DATA = Path("tests/data/references/lookup")


def load(name):
    return json.loads((DATA / name).read_text())


@pytest.mark.parametrize("name", ["article", "chapter", "preprint"])
def test_crossref(name):
    message = load(f"crossref_{name}.json")["message"]
    assert crossref.item(message) == load(f"crossref_{name}.expected.json")


@pytest.mark.parametrize("name", ["thesis", "dataset"])
def test_datacite(name):
    attributes = load(f"datacite_{name}.json")["data"]["attributes"]
    assert datacite.item(attributes) == load(f"datacite_{name}.expected.json")


def test_openalex():
    work = load("openalex_article.json")
    assert openalex.item(work) == load("openalex_article.expected.json")


def test_openlibrary():
    book = load("openlibrary_book.json")["ISBN:9780306406157"]
    expected = load("openlibrary_book.expected.json")
    assert openlibrary.item(book, "9780306406157") == expected


@pytest.mark.parametrize("name", ["health", "journal", "plain"])
def test_web_page(name):
    page = (DATA / f"page_{name}.html").read_bytes()
    expected = load(f"page_{name}.expected.json")
    assert webpage.item(page, expected["URL"]) == expected


def test_a_page_nested_without_end_is_read():
    page = "<div>" * 50_000 + "<title>Deep</title>"
    assert webpage.item(page, "https://deep.example/")["title"] == "Deep"


@pytest.mark.parametrize(
    ("capitals", "normal"),
    [
        (
            "EFFECTS OF VITAMIN D ON COVID-19: A REVIEW",
            "Effects of vitamin D on COVID-19: a review",
        ),
        ("HPV VACCINATION IN THE U.S.", "HPV vaccination in the U.S."),
        ("EDITORIAL", "Editorial"),
        ("CONSORT", "CONSORT"),
        ("Mixed CASE stays", "Mixed CASE stays"),
        ("12.3 THE <i>IN VITRO</i> MODEL", "12.3 The <i>in vitro</i> model"),
        ("妊娠期糖尿病的诊断与治疗", "妊娠期糖尿病的诊断与治疗"),
    ],
)
def test_titles_in_capitals(capitals, normal):
    assert casing.title(capitals) == normal


@pytest.mark.parametrize(
    ("capitals", "normal"),
    [
        ("MCDONALD", "McDonald"),
        ("D'ANGELO", "D'Angelo"),
        ("VAN DEN BERG", "van den Berg"),
        ("DO", "Do"),
        ("ÖZGÜR-YİĞİT", "Özgür-Yiğit"),
        ("de Souza", "de Souza"),
    ],
)
def test_surnames_in_capitals(capitals, normal):
    assert casing.family(capitals) == normal


def keys_of(value):
    if isinstance(value, list):
        return {key for entry in value for key in keys_of(entry)}
    if isinstance(value, dict):
        return {*value, *keys_of(list(value.values()))}
    return set()


KEYS = sorted(keys_of([load(path.name) for path in DATA.glob("*.json")]))

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=8)
    ),
    max_leaves=25,
)


@given(st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=15))
@settings(max_examples=150, deadline=None)
def test_no_answer_is_too_odd(answer):
    mapped = [
        crossref.item(answer),
        datacite.item(answer),
        openalex.item(answer),
        openlibrary.item(answer, "9780306406157"),
    ]
    assert ["type" in item for item in mapped] == [True] * 4
