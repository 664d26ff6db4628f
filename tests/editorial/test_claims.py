"""Sentences, and which of them state what needs a source."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.claims import Claim, Reason, Sentence, reasons, sentences, uncited

MARK = '<a linktype="citation" id="5">[cite]</a>'
RENDERED = '<a class="citation" data-reference="5">[cite]</a>'
LABELLED = Path("tests/data/claims/sentences.jsonl")


def texts(html):
    return [sentence.text for sentence in sentences(html)]


def cited(html):
    return [sentence.is_cited for sentence in sentences(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One. Two! Three? Four…</p>", ["One.", "Two!", "Three?", "Four…"]),
        ("<p>No stop at the end</p>", ["No stop at the end"]),
        ("<p>Ask Dr. Quill. She knows.</p>", ["Ask Dr. Quill.", "She knows."]),
        ("<p>A. B. Quill wrote it.</p>", ["A. B. Quill wrote it."]),
        ("<p>Take vitamin A. It helps.</p>", ["Take vitamin A.", "It helps."]),
        ("<p>Rest, i.e. do less, e.g. sit.</p>", ["Rest, i.e. do less, e.g. sit."]),
        ("<p>Drug vs. placebo. It won.</p>", ["Drug vs. placebo.", "It won."]),
        (
            "<p>Smith et al. found it. So did Jones et al. Others did not.</p>",
            ["Smith et al. found it.", "So did Jones et al.", "Others did not."],
        ),
        (
            "<p>From 2.5 to 0.05 mg. Then none.</p>",
            ["From 2.5 to 0.05 mg.", "Then none."],
        ),
        ("<p>It fell (p &lt; 0.05). Good.</p>", ["It fell (p < 0.05).", "Good."]),
        ("<p>She has MS. It is mild.</p>", ["She has MS.", "It is mild."]),
        (
            "<p>At 8 p.m. we close. At 9 p.m. It is dark.</p>",
            [
                "At 8 p.m. we close.",
                "At 9 p.m.",
                "It is dark.",
            ],
        ),
        (
            "<p>“Why?” she asked. “No.” Then she left.</p>",
            [
                "“Why?” she asked.",
                "“No.”",
                "Then she left.",
            ],
        ),
        ("<p>Cells age. mRNA does not.</p>", ["Cells age.", "mRNA does not."]),
        ("<p>1. Before the operation</p>", ["1. Before the operation"]),
        ("<ul><li>One</li><li>Two. Three</li></ul>", ["One", "Two.", "Three"]),
        ("<p>A <b>bold</b> &amp; a<br/>new\u00a0line.</p>", ["A bold & a new line."]),
        ("", []),
        ("<p> </p><hr/>", []),
        ("no tags < at > all", ["no tags < at > all"]),
    ],
)
def test_a_text_is_split_into_its_sentences(html, expected):
    assert texts(html) == expected


@pytest.mark.parametrize(
    "mark", [MARK, RENDERED, f"{MARK}{MARK}", f"{MARK} {RENDERED}"]
)
def test_a_citation_belongs_to_the_sentence_that_it_stands_in_or_follows(mark):
    assert cited(f"<p>One{mark}. Two.</p>") == [True, False]
    assert cited(f"<p>One.{mark} Two.</p>") == [True, False]
    assert cited(f"<p>One. {mark} Two.</p>") == [True, False]
    assert cited(f"<p>One.{mark}Two.</p>") == [True, False]
    assert cited(f"<p>One. Two.{mark}</p>") == [False, True]
    assert cited(f"<p>{mark}One. Two.</p>") == [True, False]
    assert cited(f"<p>One.</p><p>Two{mark}.</p>") == [False, True]


def test_citations_leave_no_text_behind():
    assert texts(f"<p>One{MARK}, two.{RENDERED}</p>") == ["One, two."]


def test_another_link_is_no_citation():
    html = '<p><a linktype="page" id="3">One</a>. <a href="/citation">Two</a>.</p>'
    assert sentences(html) == [Sentence("One."), Sentence("Two.")]


def test_headings_are_told_apart():
    [heading, text] = sentences("<h2>Aspirin prevents clots</h2><p>Yes.</p>")
    assert (heading.is_heading, text.is_heading) == (True, False)
    assert uncited([("1", "<h3>Aspirin prevents clots</h3>")]) == []


CLAIM = "Aspirin prevents clots."


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Aspirin prevents clots{MARK}.</p>",
        f"<p>{CLAIM}{RENDERED}</p>",
        f"<p>{CLAIM} It is old.{MARK}</p>",
        f"<p>Aspirin prevents clots:</p><ul><li>in veins{MARK}</li></ul>",
    ],
)
def test_a_source_in_the_sentence_or_the_next_is_enough(html):
    assert uncited([("1", html)]) == []


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{CLAIM}</p>",
        f"<p>Water is wet.{MARK} {CLAIM}</p>",
        f"<p>{CLAIM} It is old. It is cheap.{MARK}</p>",
        f"<p>{CLAIM}</p><p>It is old.{MARK}</p>",
        f"<ul><li>{CLAIM}</li><li>It is old{MARK}</li></ul>",
    ],
)
def test_a_source_elsewhere_is_not(html):
    assert uncited([("1", html)]) == [Claim("1", CLAIM, (Reason.EFFICACY,))]


def test_claims_come_in_the_order_of_their_blocks():
    blocks = [("b", f"<p>{CLAIM}</p>"), ("a", "<p>One in ten has hay fever.</p>")]
    assert uncited(blocks) == [
        Claim("b", CLAIM, (Reason.EFFICACY,)),
        Claim("a", "One in ten has hay fever.", (Reason.NUMBER,)),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The rate was 12%.", {Reason.NUMBER}),
        ("In a phase I trial 12% had pain.", {Reason.NUMBER, Reason.STUDIES}),
        ("Heat is safer than ice.", {Reason.COMPARISON}),
        ("Heat relieves cramps.", {Reason.EFFICACY}),
        ("Ice does not help.", {Reason.EFFICACY}),
        ("Heat can burn the skin.", {Reason.SAFETY}),
        ("Studies show that heat matters.", {Reason.STUDIES}),
        ("Does heat relieve cramps?", set()),
        ("How heat relieves cramps", set()),
        ("Call 112 if 50% of the skin is burnt.", set()),
        ("Contact lenses can burn the eye.", {Reason.SAFETY}),
        ("Do not use ice, because it can burn the skin.", {Reason.SAFETY}),
        ("We do not know whether heat relieves cramps.", set()),
        ("I know that heat relieves cramps.", set()),
        ("This page says how heat relieves cramps.", set()),
        ("Use a cream with 5% urea.", set()),
        ("Bei 30 % der Frauen ist das nicht der Fall.", set()),
        ("La chaleur réduit de 50 % les douleurs.", set()),
    ],
)
def test_reasons_say_what_needs_a_source(sentence, expected):
    assert set(reasons(sentence)) == expected


@pytest.mark.parametrize("split", ["develop", "held-out"])
def test_the_labelled_sentences_are_told_apart(split):
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    labelled = [json.loads(line) for line in lines]
    half = [it for it in labelled if it["split"] == split]
    found = {it["text"] for it in half if reasons(it["text"])}
    claims = {it["text"] for it in half if it["is_claim"]}
    assert len(found & claims) >= 0.85 * len(claims)
    assert len(found & claims) >= 0.85 * len(found)


def test_the_labelled_sentences_are_in_order():
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    labelled = [json.loads(line) for line in lines]
    assert len({it["text"] for it in labelled}) == len(labelled) >= 360
    kinds = {kind for it in labelled for kind in it["kinds"]}
    assert kinds == {reason.value for reason in Reason}
    assert [it for it in labelled if it["is_claim"] != bool(it["kinds"])] == []


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<li>", "</li>", "<", ">", "&lt;", "<!--", "<a ", "</a>", "<![",
        MARK, RENDERED, 'class="', ". ", "...", "e.g. ", "A. ", "one in ", "risk of ",
        "more likely than ", "studies ", "5%", "’", " ", "\n", "\x00", "\ud7ff", "😀",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=20), max_size=60).map("".join))
def test_any_text_is_taken_and_no_word_is_made_up(html):
    found = sentences(html)
    assert all(it.text and it.text == it.text.strip() for it in found)
    assert [it.passage for it in found] == sorted(it.passage for it in found)
    assert {it.sentence for it in uncited([("1", html)])} <= {it.text for it in found}


@given(st.lists(st.sampled_from(["One.", "Two", MARK, " "]), max_size=12))
def test_every_citation_beside_a_word_is_seen(parts):
    found = sentences(f"<p>{''.join(parts)}</p>")
    has_words = any(part in ("One.", "Two") for part in parts)
    assert any(it.is_cited for it in found) == (has_words and MARK in parts)


@pytest.mark.parametrize(
    "piece",
    [
        "a. ",
        "<a ",
        ".",
        "a-",
        "<p>",
        "<b>x</b>",
        'class="',
        "one in ",
        "the risk ",
        MARK,
    ],
)
def test_long_texts_take_no_longer_than_their_length(piece):
    started = time.process_time()
    uncited([("1", piece * 50_000)])
    assert time.process_time() - started < 10
