"""Long sentences, and how hard sections are to read."""

from editorial.checklist import Draft, Heading, Text
from editorial.checklist.reading import (
    DIFFICULT,
    FEWEST_WORDS,
    MOST_WORDS,
    hard_sections,
    lix,
    long_sentences,
    words,
)

EASY = "The pill helps some of us. It does not help all. Ask what it may do to you. "
HARD = (
    "Pharmacological interventions administered intravenously necessitate thorough "
    "cardiovascular monitoring throughout perioperative periods. "
)


def sections(*content):
    return [
        (it.message, it.path, it.detail) for it in hard_sections(Draft(content=content))
    ]


def test_words_are_counted_as_they_are_spoken_of():
    text = "It isn’t a well-known 0.5 mg dose – over 1,000 took it (in 2020)."
    assert words(text) == [
        *("It", "isn’t", "a", "well-known", "0.5", "mg", "dose", "over", "1,000"),
        *("took", "it", "in", "2020"),
    ]


def test_lix_is_words_per_sentence_and_percentage_of_long_words():
    assert lix(["One two three four.", "Five sixteen seventeen eight."]) == 4 + 25
    assert lix([]) == 0
    assert lix(["…"]) == 0


def test_only_sentences_beyond_the_limit_are_long():
    just, more = (
        f"{' '.join(['word'] * count)}." for count in (MOST_WORDS, MOST_WORDS + 1)
    )
    draft = Draft(content=(Text(f"<p>{just}</p><p>{more}</p>", "body.a"),))
    assert [(it.message, it.path, it.detail) for it in long_sentences(draft)] == [
        (more, "body.a", "26 words")
    ]


def test_a_section_is_named_by_its_heading():
    index = round(lix([HARD]))
    assert index >= DIFFICULT
    assert sections(
        Text(f"<p>{EASY * 5}</p>", "body.a"),
        Heading(2, "Monitoring", "body.h"),
        Text(f"<p>{HARD * 3}</p>", "body.b"),
        Text(f"<p>{HARD * 3}</p>", "body.c"),
        Heading(2, "Why", "body.i"),
        Text(f"<p>{EASY * 5}</p>", "body.d"),
    ) == [("Monitoring", "body.h", f"LIX {index}: aim for less than {DIFFICULT}.")]


def test_what_stands_before_the_first_heading_is_the_opening():
    (found,) = sections(Text(f"<p>{HARD * 6}</p>", "body.a"))
    assert found[:2] == ("The opening", "body.a")


def test_a_short_section_says_too_little_to_be_judged():
    count = len(words(HARD))
    fewer = (FEWEST_WORDS - 1) // count
    assert sections(Text(f"<p>{HARD * fewer}</p>", "body.a")) == []
    assert len(sections(Text(f"<p>{HARD * (fewer + 1)}</p>", "body.a"))) == 1


def test_citations_and_lone_signs_are_no_sentences():
    mark = '<a linktype="citation" id="5">[Monitoringcommittee]</a>'
    assert sections(Text(f"<p>{EASY * 5}{mark * 40}</p><p>–</p>", "body.a")) == []
