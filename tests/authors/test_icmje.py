"""The thirteen lines: reading, checking and comparing what is declared."""

from datetime import date, timedelta

import pytest

from authors import icmje
from authors.icmje import Incomplete, Interest

NONE = {line.key: [] for line in icmje.LINES}


def test_there_are_thirteen_lines_in_their_order():
    assert [line.number for line in icmje.LINES] == list(range(1, 14))
    windows = {line.window for line in icmje.LINES[1:]}
    assert icmje.LINES[0].window is icmje.Window.ALWAYS
    assert windows == {icmje.Window.RECENT}


@pytest.mark.parametrize(
    ("text", "interests"),
    [
        ("Quill Ltd – advice on pumps", [Interest("Quill Ltd", "advice on pumps")]),
        ("Quill Ltd - advice", [Interest("Quill Ltd", "advice")]),
        ("Quill Ltd — advice", [Interest("Quill Ltd", "advice")]),
        ("Oak-Step", [Interest("Oak-Step")]),
        ("Rhine–Ruhr Clinic", [Interest("Rhine–Ruhr Clinic")]),
        ("A – b – c", [Interest("A", "b – c")]),
        ("A\n\n  B – x \r\n", [Interest("A"), Interest("B", "x")]),
        ("None", []),
        (" none. ", []),
        ("None Such Ltd", [Interest("None Such Ltd")]),
        ("<b>A</b> – \x00x\u202ey", [Interest("<b>A</b>", "xy")]),
    ],
)
def test_a_field_holds_one_interest_on_each_line(text, interests):
    assert list(icmje.read(text)) == interests


def test_what_is_written_is_read_again():
    interests = (Interest("Quill Ltd", "advice – two days"), Interest("Oak-Step"))
    assert icmje.read(icmje.write(interests)) == interests


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  – advice", "before the dash"),
        ("***", "before the dash"),
        ("x" * 201, "no more than 200"),
        ("A – " + "x" * 501, "to 500"),
        ("\n".join(f"Firm {n}" for n in range(31)), "no more than 30"),
    ],
)
def test_what_cannot_be_taken_is_said(text, words):
    with pytest.raises(ValueError, match=words):
        icmje.read(text)


def test_answers_come_in_any_shape_and_order_and_leave_in_one():
    given = dict(reversed(NONE.items())) | {
        "grants": [{"entity": "Quill Ltd", "detail": "a grant"}, "Oak – a trial"],
        "stock": (Interest(" Fern "),),
        "gifts": [{"entity": "Moss", "detail": None}, {"entity": "Ivy"}],
        "other": "none",
    }
    answers = icmje.parse(given)
    assert list(answers) == [line.key for line in icmje.LINES]
    assert {key: value for key, value in answers.items() if value} == {
        "grants": (Interest("Quill Ltd", "a grant"), Interest("Oak", "a trial")),
        "stock": (Interest("Fern"),),
        "gifts": (Interest("Moss"), Interest("Ivy")),
    }
    assert icmje.parse(icmje.stored(answers)) == answers


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"grants": None}, {"grants": "Line 2: say “None”, or name who."}),
        ({"grants": " "}, {"grants": "Line 2: say “None”, or name who."}),
        ({"grants": 7}, {"grants": "Line 2: this cannot be read."}),
        ({"grants": [7]}, {"grants": "Line 2: this cannot be read."}),
        (
            {"grants": [{"entity": "A", "detail": 7}]},
            {"grants": "Line 2: this cannot be read."},
        ),
        ({"money": []}, {"money": "There is no line “money”."}),
    ],
)
def test_every_line_must_be_answered(change, errors):
    with pytest.raises(Incomplete) as caught:
        icmje.parse(NONE | change)
    assert caught.value.errors == errors


@pytest.mark.parametrize("given", [None, [], "none", 13])
def test_what_is_no_form_is_refused(given):
    with pytest.raises(Incomplete, match="thirteen lines"):
        icmje.parse(given)


DECLARED = icmje.parse(NONE | {"stock": ["Quill Ltd"]})


def test_a_statement_is_one_line():
    said = icmje.check_statement(" She owns\x00\n a clinic. ", DECLARED)
    assert said == "She owns a clinic."


@pytest.mark.parametrize(
    ("statement", "answers", "words"),
    [
        (" ", DECLARED, "one plain sentence"),
        ("She owns a clinic.", icmje.parse(NONE), "nothing to say here"),
        ("x" * 301, DECLARED, "no more than 300 characters; these are 301"),
    ],
)
def test_a_statement_agrees_with_the_lines(statement, answers, words):
    with pytest.raises(Incomplete, match=words):
        icmje.check_statement(statement, answers)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quill Pharma Ltd.", "quill pharma"),
        ("The Quill Company", "Quill"),
        ("Müller & Söhne GmbH", "MULLER and SOHNE"),
        ("Q.U.I.L.L. S.A.", "Quill"),
        ("Oak-Step", "Oak Step"),
    ],
)
def test_names_are_compared_by_what_matters(one, other):
    assert icmje.normalised(one) == icmje.normalised(other)


@pytest.mark.parametrize(("one", "other"), [("Quill", "Quail"), ("SE", "AG")])
def test_different_names_stay_different(one, other):
    assert icmje.normalised(one) != icmje.normalised(other)


@pytest.mark.parametrize(
    ("declared", "again"),
    [
        (date(2025, 3, 1), date(2026, 3, 1)),
        (date(2024, 2, 29), date(2025, 3, 1)),
        (date(2024, 2, 28), date(2025, 2, 28)),
        (date(2023, 2, 28), date(2024, 2, 28)),
        (date(2023, 12, 31), date(2024, 12, 31)),
    ],
)
def test_a_disclosure_holds_for_twelve_months(declared, again):
    assert icmje.asked_again_on(declared) == again


def test_both_ways_of_counting_agree_on_every_day_around_a_leap_year():
    days = [date(2023, 1, 1) + timedelta(days=n) for n in range(3 * 366)]
    for declared in days:
        for on in (icmje.asked_again_on(declared) + timedelta(days=n) for n in (-1, 0)):
            outdated = declared <= icmje.outdated_since(on)
            assert outdated == (on >= icmje.asked_again_on(declared))
