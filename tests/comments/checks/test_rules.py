"""All checks together: places, order, risk, and how long they take."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comments import checks
from comments.checks import Context, Level, Sent

LONGEST = 10_000


def names(text, **context):
    return [each.check for each in checks.findings(text, context=Context(**context))]


def test_a_calm_comment_has_no_findings():
    text = "Thank you, this helped me to understand my mother’s pain."
    assert checks.findings(text) == ()
    assert checks.risk(()) == Level.CALM


def test_findings_tell_their_place_in_the_written_text_the_gravest_first():
    text = "“Ada” – I want to die. Call me: ０７７００ ９００１２３, Dr Smith."
    assert [
        (each.check, each.level, text[each.start : each.end])
        for each in checks.findings(text)
    ] == [
        ("crisis.urgent", Level.URGENT, "want to die"),
        ("personal.phone", Level.PRIVACY, "０７７００ ９００１２３"),
        ("clinician.named", Level.PRIVACY, "Dr Smith"),
    ]


def test_the_risk_is_that_of_the_gravest():
    found = checks.findings("Should I take more? My mail is ada@example.org.")
    assert [each.level for each in found] == [Level.PRIVACY, Level.LOOK]
    assert checks.risk(found) == Level.PRIVACY


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ({}, []),
        ({"trap": "x"}, ["form.trap"]),
        ({"seconds": 1.5}, ["form.fast"]),
        ({"seconds": 60}, []),
        ({"seconds": 90_000}, ["form.slow"]),
        ({"sent": Sent(by_address_in_ten_minutes=4)}, []),
        ({"sent": Sent(by_address_in_ten_minutes=5)}, ["rate.address"]),
        ({"sent": Sent(by_address_in_a_day=30)}, ["rate.address"]),
        ({"sent": Sent(on_page_in_an_hour=60)}, ["rate.page"]),
        ({"recent": ("A kind word about the infusion!",)}, ["repetition.same"]),
        ({"recent": ("Other words about the drip here.",)}, []),
    ],
)
def test_what_is_known_beside_the_text_counts(context, expected):
    assert names("a kind word about  the infusion", **context) == expected


def test_nearly_the_same_long_text_is_a_repetition():
    text = (
        "I read each of the studies and I think that the dose was far too low for her"
    )
    assert names(text, recent=(f"Hello. {text}!",)) == ["repetition.alike"]


def test_short_thanks_are_no_repetition():
    assert names("Thank you so much", recent=("Thank you so much",)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://doi.org/10.1000/x and www.nhs.uk/pain", []),
        ("See https://pills.example.com/x.", ["https://pills.example.com/x"]),
        ("See evil-nhs.uk.co", ["evil-nhs.uk.co"]),
        ("See our.example/page here", []),
        ("It hurt.it still does. No.me neither.", []),
        ("See www.here.example/a", []),
    ],
)
def test_links_to_places_nobody_vouched_for_are_found(text, expected):
    found = checks.findings(text, context=Context(hosts=frozenset({"here.example"})))
    assert [
        text[each.start : each.end] for each in found if each.check == "links.unknown"
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Smith ruined my back.", ["Dr. Smith"]),
        ("dr smith told me", ["dr smith"]),
        ("I saw Prof. Ada van der Berg in Leeds", ["Prof. Ada van der Berg"]),
        ("my surgeon, Jane Doe, was rude", ["Jane Doe"]),
        ("my neurologist is called Weber", ["Weber"]),
        ("Nurse Kelly was kind", ["Nurse Kelly"]),
        ("Ask Dr Google, Dr Who or the Surgeon General", []),
        ("The doctor said so. Doctors say so. My GP agreed.", []),
        ("As Dr Quill writes above", []),
        ("St. John’s wort and Parkinson’s disease", []),
    ],
)
def test_named_clinicians_are_found_but_not_the_authors(text, expected):
    found = checks.findings(text, context=Context(names=frozenset({"Dr Ada Quill"})))
    assert [
        text[each.start : each.end] for each in found if each.check == "clinician.named"
    ] == expected


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Should I take ketamine with sertraline?", True),
        ("Can I stop my gabapentin at once?", True),
        ("Is it safe for me to drive afterwards?", True),
        ("What dose should my husband take?", True),
        ("Would you recommend it in my case?", True),
        ("Soll ich die Tabletten absetzen?", True),
        ("How large was the trial?", False),
        ("I should say that this was a good read.", False),
        ("They could take blood from forty patients.", False),
    ],
)
def test_requests_for_advice_are_found(text, is_asked):
    assert ("advice.asked" in names(text)) is is_asked


@pytest.mark.parametrize(
    ("text", "is_insult"),
    [
        ("You are an idiot.", True),
        ("you’re all a bunch of crooks", True),
        ("This pain makes me feel stupid.", False),
        ("You are very kind.", False),
    ],
)
def test_insults_that_are_meant_for_somebody_are_found(text, is_insult):
    assert ("insult.meant" in names(text)) is is_insult


@pytest.mark.parametrize(
    "text",
    [
        "Check out my channel for more!",
        "Buy tramadol online without prescription, overnight shipping",
        "I was cured of herpes by Dr Iyabo, contact him on WhatsApp +2348012345678",
        "I earn $5,000 a week working from home: http://rich.example.com",
        "Great blog! Feel free to visit my website.  http://seo.example.com",
        "http://a.example.com http://b.example.com",
    ],
)
def test_advertising_is_named_as_such_with_its_reasons(text):
    [finding] = [it for it in checks.findings(text) if it.check == "spam"]
    assert (finding.level, finding.start, finding.end) == (Level.LOOK, 0, 0)
    assert "advertising: it " in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "Please check the dose: the study used 0.5 mg/kg.",
        "My clinic’s page says the opposite, and my doctor too.",
        "I get my pills without a fuss from the pharmacy.",
        "Check out the Cochrane review: https://doi.org/10.1002/14651858.CD013598",
        "I SUBSCRIBE TO THE VIEW THAT PAIN IS REAL.",
        "The herbal remedy I tried did nothing.",
    ],
)
def test_talk_of_health_is_no_advertising(text):
    assert "spam" not in names(text)


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=200),
    st.lists(st.sampled_from(["I want to die. ", "ada@example.org ", "Dr Smith "])),
)
def test_any_text_can_be_checked_and_places_lie_in_it(text, pieces):
    written = text + "".join(pieces)
    for each in checks.findings(written):
        assert 0 <= each.start <= each.end <= len(written)
        assert each.reason


@pytest.mark.parametrize(
    "piece",
    [
        *("a", " ", "1", "1 ", "1-", "+1", "(0", "00 ", "@", "a@", "a.", "A1 ", '"'),
        *("I ", "i want to ", "thoughts of ", "my mum will ", "have pills to ", "not "),
        *("Dr ", "Dr A", "12 Aa ", "ssn 1", "born 1 ", "dr a cured ", "a at b dot "),
        *("http://", "www.", "check my ", "no reason to ", "é", "\u200b", "IBAN GB"),
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece):
    def spent(length):
        text = (piece * length)[:length]
        start = time.process_time()
        checks.findings(text)
        return time.process_time() - start

    spent(100)  # compiles
    short = min(spent(LONGEST // 4) for _ in range(3))
    assert min(spent(LONGEST) for _ in range(3)) < 12 * max(short, 0.004)
