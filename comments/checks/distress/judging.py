"""Finds signs of a crisis in a text and says how serious each is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from comments.checks.distress.language import LANGUAGES, Language
from comments.checks.finding import Finding, Level
from comments.checks.plain import plain

_SENTENCE = re.compile(r"(?:[^.!?\n;]|\n(?!\n))+[.!?;]*")
_AROUND = 80


@dataclass(frozen=True)
class Sign:
    """Words that tell of a crisis, at their place in the text, and how serious."""

    level: Level
    start: int
    end: int


def crisis(text: str) -> Level:
    """Give the level of the gravest sign in a text: URGENT, WORRY or CALM."""
    return max((sign.level for sign in signs(plain(text).text)), default=Level.CALM)


def check(text: str) -> Iterator[Finding]:
    """Find each sign of a crisis in a plain text."""
    reasons = {
        Level.URGENT: _(
            "The writer, or somebody close, may be thinking of suicide now."
        ),
        Level.WORRY: _("This sounds like despair: please read it soon."),
    }
    for sign in signs(text):
        name = f"crisis.{sign.level.name.lower()}"
        reason = reasons[sign.level]
        yield Finding(name, sign.level, sign.start, sign.end, reason)


def signs(text: str) -> list[Sign]:
    """Give the signs of a crisis in a plain text, in order."""
    found: list[Sign] = []
    for sentence in _SENTENCE.finditer(text):
        words = sentence[0].replace("\n", " ")
        if len(words) > 2:
            for language in LANGUAGES:
                found += _in_sentence(words, sentence.start(), language)
    return sorted(found, key=lambda sign: sign.start)


def _in_sentence(sentence: str, offset: int, language: Language) -> Iterator[Sign]:
    patterns = language.patterns
    matches = [
        (match.span(), level)
        for name, level in (("urgent", Level.URGENT), ("worry", Level.WORRY))
        for match in patterns[name].finditer(sentence)
    ]
    if not matches:
        return
    others = [match.span() for match in patterns["alike"].finditer(sentence)]
    is_past = patterns["long_ago"].search(sentence)
    is_now = patterns["now"].search(sentence)
    for (start, end), level in matches:
        if any(start < other_end and other < end for other, other_end in others):
            continue
        before = sentence[max(0, start - _AROUND) : start]
        if patterns["negated"].search(before):
            continue
        was = patterns["past"].search(before) and not patterns["lasting"].search(before)
        if (was or is_past) and not is_now:
            level = min(level, Level.WORRY)
        if _is_told(before, sentence[end : end + _AROUND], patterns["told"]):
            level = min(level, Level.WORRY)
        yield Sign(level, offset + start, offset + end)


def _is_told(before: str, after: str, told: re.Pattern[str]) -> bool:
    """Whether words stand in a quotation that is said to be somebody else's.

    `before` and `after` are what stands around the words.
    """
    opening, closing = before.rfind('"'), after.find('"')
    if opening < 0 or closing < 0 or before.count('"') % 2 == 0:
        return False
    return bool(told.search(before[:opening]) or told.search(after[closing:]))
