"""Texts as they read, and where their characters were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.checks.plain import plain


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("don’t – “so”", 'don\'t - "so"'),
        ("d\u200bie\xad", "die"),
        ("ｄｉｅ １２", "die 12"),
        ("a\xa0b", "a b"),
        ("ﬁne é e\u0301", "fine é e"),
        ("a \t  b\r\nc\x00", "a b\nc"),
        ("", ""),
    ],
)
def test_characters_are_simple(written, expected):
    assert plain(written).text == expected


def test_a_place_is_given_back_where_it_was_written():
    written = "→ ｃａ\u200bｌｌ 0\u200b7 ﬁ"
    readable = plain(written)
    start = readable.text.index("call")
    assert readable.written(start, start + 4) == (2, 7)
    last = len(readable.text)
    assert readable.written(last - 1, last) == (len(written) - 1, len(written))


@given(st.text(max_size=60))
def test_places_never_leave_the_text_nor_go_back(written):
    readable = plain(written)
    places = [readable.written(at, at + 1) for at in range(len(readable.text))]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(written) for start, end in places)
