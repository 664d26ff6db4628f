"""Parts of references: dates, numbers, pages, titles, and what joins them."""

import pytest

from references.formats.rendering import dates, numbers, pages
from references.formats.rendering.markup import curly, parsed
from references.formats.rendering.runs import (
    Run,
    as_html,
    as_text,
    group,
    italic,
    words,
)
from references.formats.rendering.source import Source
from references.formats.rendering.titles import capitalized, title_case


@pytest.mark.parametrize(
    ("ranges", "first", "last"),
    [
        ([[2020]], "2020", "2020"),
        ([[2020, 5]], "May 2020", "2020 May"),
        ([[2020, 5, 7]], "May 7, 2020", "2020 May 7"),
        ([[2019], [2020]], "2019–2020", "2019–2020"),
        ([[2020, 5], [2020, 6]], "May–June 2020", "2020 May–Jun"),
        ([[2020, 5, 7], [2020, 5, 9]], "May 7–9, 2020", "2020 May 7–9"),
        ([[2020, 5, 7], [2020, 6, 9]], "May 7–June 9, 2020", "2020 May 7–Jun 9"),
        (
            [[2020, 12, 30], [2021, 1, 2]],
            "December 30, 2020–January 2, 2021",
            "2020 Dec 30–2021 Jan 2",
        ),
        ([[2020, 5, 7], [2021]], "2020–2021", "2020–2021"),
        ([[-40]], "40 BCE", "40 BCE"),
    ],
)
def test_dates(ranges, first, last):
    date = dates.Date.read({"date-parts": ranges})
    assert dates.month_first(date) == first
    assert dates.year_first(date) == last


def test_a_date_in_one_year_has_one_year():
    date = dates.Date.read({"date-parts": [[2020, 5], [2020, 6]]})
    assert dates.year(date) == "2020"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2", "2nd ed."),
        ("3rd", "3rd ed."),
        ("11", "11th ed."),
        ("112", "112th ed."),
        ("21", "21st ed."),
        ("2-3", "2nd–3rd eds."),
        ("Rev. ed", "Rev. ed"),
        ("2nd ed.", "2nd ed."),
        ("", ""),
    ],
)
def test_editions(value, text):
    assert numbers.edition(value, "–") == text


@pytest.mark.parametrize(
    ("value", "is_numeric"),
    [
        ("3", True),
        ("S12", True),
        ("3-4", True),
        ("5 & 6", True),
        ("xii", True),
        ("IV", False),
        ("Vol. 3", False),
        ("RR-12", False),
        ("1.0", False),
        ("", False),
    ],
)
def test_numbers(value, is_numeric):
    assert numbers.is_numeric(value) is is_numeric


@pytest.mark.parametrize(
    ("value", "in_full", "shortened"),
    [
        ("340-348", "340–348", "340–8"),
        ("340-8", "340–348", "340–8"),
        ("1-12", "1–12", "1–12"),
        ("1496--1504", "1496–1504", "1496–504"),
        ("S177-S187", "S177–S187", "S177–87"),
        ("10-20, 30-40", "10–20, 30–40", "10–20, 30–40"),
        ("i-xii", "i–xii", "i–xii"),
        ("1a-9a", "1a–9a", "1a–9a"),
        ("e00122-21", "e00122-21", "e00122-21"),
        ("2.1-2.55", "2.1-2.55", "2.1-2.55"),
        ("pp. 5-8", "5–8", "5–8"),
        ("e071234", "e071234", "e071234"),
        ("123-122", "123–122", "123–122"),
    ],
)
def test_pages(value, in_full, shortened):
    assert pages.expanded(value, "–") == in_full
    assert pages.minimal(value, "–") == shortened


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("the art of care: a guide", "The Art of Care: A Guide"),
        (
            "mRNA and COVID-19 in low-income countries",
            "mRNA and COVID-19 in Low-Income Countries",
        ),
        ("a to z", "A to Z"),
        (
            "over-the-counter drugs (and their use)",
            "Over-the-Counter Drugs (and Their Use)",
        ),
        ("notes on <i>E. coli</i> in the gut", "Notes on E. coli in the Gut"),
        ("what next? a plan", "What next? A Plan"),
    ],
)
def test_title_case(title, printed):
    assert as_text(title_case(parsed(title))) == printed


def test_titles_in_other_languages_keep_their_case():
    title = words("la vie et la mort")
    assert title_case(title, "fr") == title
    assert as_text(title_case(title, "en-GB")) == "La Vie et La Mort"


@pytest.mark.parametrize(
    ("text", "printed"), [("pain", "Pain"), ("iPhone", "iPhone"), ("ßa", "ßa")]
)
def test_first_words_with_capital(text, printed):
    assert as_text(capitalized(words(text))) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('a "b" c', "a “b” c"),
        ("a 'b' c", "a “b” c"),
        ("\"a 'b' c\"", "“a ‘b’ c”"),
        ('the patient\'s "x"', "the patient’s “x”"),
        ("the '90s", "the ’90s"),
        ('a 3" wound', 'a 3" wound'),
    ],
)
def test_quotation_marks(text, printed):
    assert curly(text) == printed


def test_markup_of_titles():
    assert parsed("CO<sub>2</sub> <b>x</i>") == (
        Run("CO"),
        Run("2", frozenset({"sub"})),
        Run(" <b>x</i>"),
    )


def test_crossing_elements_lose_the_inner_one():
    assert parsed("<i>a<b>b</i>c</b>") == (
        Run("a<b>b", frozenset({"i"})),
        Run("c</b>"),
    )


@pytest.mark.parametrize(
    ("left", "between", "printed"),
    [
        ("Pain", ". ", "Pain. x"),
        ("Pain.", ". ", "Pain. x"),
        ("Pain?", ". ", "Pain? x"),
        ("Pain?", ", ", "Pain?, x"),
        ("Inc.", "; ", "Inc.; x"),
        ("Pain:", ": ", "Pain: x"),
        ("The “pain”", ". ", "The “pain.” x"),
        ("The “pain?”", ". ", "The “pain?” x"),
        ("The “pain”", ", ", "The “pain,” x"),
        ("The “pain”", ": ", "The “pain”: x"),
        ("Patients’", ". ", "Patients’. x"),
        ("(Pain)", ". ", "(Pain). x"),
    ],
)
def test_marks_that_meet(left, between, printed):
    assert as_text(group(words(left), words("x"), between=between)) == printed


def test_marks_go_into_a_quotation_that_ends_after_an_element():
    title = parsed('On "fresh <i>sputum</i>"')
    assert as_html(group(title, words("x"), between=". ")) == (
        "On “fresh <i>sputum</i>.” x"
    )


def test_wording_alone_says_nothing():
    assert group("In", (), between=" ", before="(", after=")") == ()
    assert as_text(group("In", words("x"), between=" ", before="(", after=")")) == (
        "(In x)"
    )


def test_italics_within_italics_turn_roman():
    assert as_html(italic(parsed("a <i>b</i>"))) == "<i>a </i>b"


def test_what_was_printed_is_still_there():
    source = Source({"title": "T"}).without("title")
    assert source.text("title") == ()
    assert source.has("title")


def test_values_of_a_wrong_kind_are_absent():
    source = Source({"title": {"a": 1}, "volume": True, "page": ["3-4"], "issue": 5})
    assert not source.has("title", "volume")
    assert (source.value("page"), source.value("issue")) == ("3-4", "5")
