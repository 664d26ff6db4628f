"""Whether a text was sent before, word for word or nearly so."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from comments.checks.context import Context
from comments.checks.finding import Finding, Level, about_all
from comments.checks.plain import plain

_WORD = re.compile(r"\w+")
_SHINGLE = 4
# Short thanks are alike without being copies.
_FEWEST_WORDS = 5
_ALIKE = 0.6


def check(text: str, context: Context) -> Iterator[Finding]:
    """Find that a text of more than a few words is like one of the recent texts."""
    words = _words(text)
    if len(words) < _FEWEST_WORDS:
        return
    shingles = _shingles(words)
    for recent in context.recent:
        others = _words(recent)
        if others == words:
            reason = _("The same text was sent before.")
            yield about_all("repetition.same", Level.LOOK, reason)
            return
        if _likeness(shingles, _shingles(others)) >= _ALIKE:
            reason = _("Nearly the same text was sent before.")
            yield about_all("repetition.alike", Level.LOOK, reason)
            return


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text).text.casefold())


def _shingles(words: list[str]) -> frozenset[tuple[str, ...]]:
    starts = range(max(1, len(words) - _SHINGLE + 1))
    return frozenset(tuple(words[start : start + _SHINGLE]) for start in starts)


def _likeness(
    one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]
) -> float:
    return len(one & other) / len(one | other)
