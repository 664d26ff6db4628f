"""Marking what was found, and taking words out, by places in the text."""

from hypothesis import given
from hypothesis import strategies as st

from comments.redaction import Part, Redacted, occurrences, parts, redact

MARK = "[removed]"


def finding(start, end, level=2):
    return {"check": "c", "level": level, "start": start, "end": end, "reason": "r"}


def test_a_text_without_findings_is_one_part():
    assert parts("A text", []) == [Part("A text")]


def test_parts_know_every_finding_that_they_lie_in():
    outer, inner = finding(0, 6), finding(2, 4, level=4)
    found = parts("abcdef", [outer, inner])
    assert found == [
        Part("ab", (outer,)),
        Part("cd", (outer, inner)),
        Part("ef", (outer,)),
    ]
    assert [part.level for part in found] == [2, 4, 2]


def test_findings_about_the_whole_or_outside_mark_nothing():
    strange = [finding(0, 0), finding(3, 99), finding(-1, 2), finding(4, 2), {}]
    assert parts("A text", strange) == [Part("A text")]


SPANS = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=6)


@given(st.text(max_size=50), SPANS)
def test_no_letter_is_lost_between_the_parts(text, spans):
    found = parts(text, [finding(*span) for span in spans])
    assert "".join(part.text for part in found) == text


@given(st.text(alphabet="abc é😀\n", max_size=50), SPANS, SPANS)
def test_findings_still_mark_the_same_words(text, spans, places):
    findings = [
        finding(start, end) for start, end in places if 0 <= start < end <= len(text)
    ]
    done = redact(text, spans, findings, MARK)
    before = {text[it["start"] : it["end"]] for it in findings}
    for it in done.findings:
        assert done.text[it["start"] : it["end"]] in before


def test_spans_that_touch_become_one_mark():
    done = redact("call 020 7946 now", [(5, 8), (8, 13), (6, 10)], [], MARK)
    assert done == Redacted("call [removed] now", ())


def test_findings_move_along_and_those_cut_into_are_gone():
    whole, cut, after = finding(0, 0), finding(5, 13), finding(14, 17)
    done = redact("call 020 7946 now", [(5, 8)], [whole, cut, after], MARK)
    assert done.text == "call [removed] 7946 now"
    assert done.findings == (whole, finding(20, 23))


def test_spans_outside_change_nothing():
    assert redact("A text", [(9, 12), (3, 3), (5, 2)], [], MARK).text == "A text"


def test_words_are_found_whatever_their_capitals():
    text = "Dr Moss, İzmir; DR MOSS"
    assert [text[start:end] for start, end in occurrences(text, "dr moss")] == [
        "Dr Moss",
        "DR MOSS",
    ]


def test_no_words_are_found_nowhere():
    assert occurrences("A text", "") == []
