"""Numbers in the text that point at the entries of a list: [1,3-5], (1), ¹."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from django.utils.translation import gettext_noop

from importing.marks.passage import LINKED, Found, Passage, locator

# A number's digits; the list of references is not longer.
_N = r"[0-9]{1,3}"
_DASH = r"\s?[-\u2010-\u2015\u2212\u207b]\s?"
_NUMBERS = rf"{_N}(?:{_DASH}{_N})?(?:\s?[,;]\s?{_N}(?:{_DASH}{_N})?){{0,60}}"
_PLACE = r"(?:\s?[,:]\s?(?P<place>(?:pp?\.|pages?|ch\.|chapter|fig\.)\s?[\w–-]{1,20}))?"
_SQUARED = re.compile(rf"\[\s?(?P<numbers>{_NUMBERS}){_PLACE}\s?\]")
_ROUND = re.compile(rf"\(\s?(?P<numbers>{_NUMBERS}){_PLACE}\s?\)")
_RAISED_LETTERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_RAISED_LETTERS, "0123456789")
_RAISED_SIGNS = re.compile(
    rf"[{_RAISED_LETTERS}]+(?:[⁻˒,–-][{_RAISED_LETTERS}]+)*(?![⁺⁻])"
)
_RAISED = re.compile(rf"[\[(]?\s?(?P<numbers>{_NUMBERS})\s?[\])]?")
_RANGE = re.compile(rf"({_N}){_DASH}({_N})|({_N})")

# What a number behind it counts or names.
_LABELS = frozenset(
    {"aim", "appendix", "arm", "box", "case", "cases", "chapter", "class", "cohort"}
    | {
        "criterion",
        "day",
        "days",
        "eq",
        "equation",
        "fig",
        "figure",
        "figures",
        "grade",
    }
    | {
        "group",
        "hypothesis",
        "item",
        "level",
        "line",
        "month",
        "months",
        "n",
        "n=",
        "no",
    }
    | {"number", "objective", "option", "page", "panel", "part", "patient", "patients"}
    | {"phase", "question", "score", "scores", "section", "stage", "step", "steps"}
    | {"tab", "table", "tables", "type", "version", "visit", "vitamin", "week", "weeks"}
    | {"year", "years"}
)
_UNITS = re.compile(
    r"(?:^|[\s\d/·(])(?:[kcmdµμn]?m|in|ft|yd|s|kg/m|mg/m|g/m|ml/min/[0-9.]*\s?m)$"
)
_ENUMERATES = re.compile(r"(?:^|[:;,(\n]|\b(?:and|or|und|oder|et|ou|y|o|e))\s*$")
_CLOSES = re.compile(r"\s*(?:$|[.,;:?!)\]\n”’\"–—])")


class Style(Enum):
    """How a number is set apart as a mark."""

    SQUARED = "squared"
    ROUND = "round"
    RAISED = "raised"


@dataclass(frozen=True)
class Numbers:
    """Numbers that may be a mark: where, what they say, and why they may be none."""

    style: Style
    start: int
    end: int
    numbers: tuple[int, ...]
    place: str = ""
    doubt: str = ""


def candidates(passage: Passage) -> list[Numbers]:
    """Give what may be marks in a passage, each with what speaks against it."""
    text = passage.text
    found: list[Numbers] = []
    for style, pattern in ((Style.SQUARED, _SQUARED), (Style.ROUND, _ROUND)):
        for match in pattern.finditer(text):
            start, end = match.span()
            if passage.is_taken(start, end) or passage.is_raised(start, end):
                continue
            doubt = _doubt_of(style, passage, start, end)
            numbers = expanded(match["numbers"])
            place = match["place"] or ""
            found.append(Numbers(style, start, end, numbers, place, doubt))
    return [*_without_enumerations(passage, found), *_raised(passage)]


def _without_enumerations(passage: Passage, found: Sequence[Numbers]) -> list[Numbers]:
    """Doubt the first part of "(1) rest, (2) ice" too, for the second is in doubt."""
    kept = list(found)
    counting = [at for at, each in enumerate(found) if each.style is Style.ROUND]
    for at, follows in reversed(list(pairwise(counting))):
        each, after = kept[at], kept[follows]
        if (
            after.doubt == _ENUMERATION
            and len(each.numbers) == 1
            and after.numbers == (each.numbers[0] + 1,)
            and not _CLOSES.match(passage.text, each.end)
        ):
            kept[at] = replace(each, doubt=_ENUMERATION)
    return kept


def expanded(text: str) -> tuple[int, ...]:
    """Give the numbers of a mark, ranges counted out; none where a range runs back.

    >>> expanded("1, 3-5")
    (1, 3, 4, 5)
    """
    found: list[int] = []
    for first, last, one in _RANGE.findall(text):
        if one:
            found.append(int(one))
        elif int(first) < int(last):
            found += range(int(first), int(last) + 1)
        else:
            return ()
    return tuple(dict.fromkeys(found))


def _raised(passage: Passage) -> Iterator[Numbers]:
    text = passage.text
    spans = [
        (match.start(), match.end())
        for match in _RAISED_SIGNS.finditer(text)
        if passage.is_free(*match.span())
        and not any(each.raised for each in passage.characters[slice(*match.span())])
    ]
    for start, end in [*spans, *_raised_runs(passage)]:
        written = text[start:end].translate(_TO_DIGITS).replace("˒", ",").strip()
        if (match := _RAISED.fullmatch(written)) and (
            numbers := expanded(match["numbers"])
        ):
            doubt = _doubt_of(Style.RAISED, passage, start, end)
            if doubt != _IS_A_POWER:
                yield Numbers(Style.RAISED, start, end, numbers, "", doubt)


def _raised_runs(passage: Passage) -> Iterator[tuple[int, int]]:
    start = None
    for at, each in enumerate([*passage.characters, None]):
        raised = each is not None and each.raised and passage.free[at]
        if raised and start is None:
            start = at
        elif not raised and start is not None:
            text = passage.text[start:at]
            begin = start + len(text) - len(text.lstrip())
            yield begin, begin + len(text.strip())
            start = None


_IS_A_POWER = "power"
_OPENS_LINE = gettext_noop(
    "It opens its paragraph, as the number of a note or of an institution would."
)
_FOLLOWS_DIGIT = gettext_noop("It follows a digit, so that it may be a power.")
_FOLLOWS_NUMBER = gettext_noop("It follows a number, so that it may belong to that.")
_FOLLOWS_LETTER = gettext_noop("It follows a single letter, so that it may be a power.")
_FOLLOWS_LABEL = gettext_noop("It follows a word that numbers are given to.")
_ENUMERATION = gettext_noop("It may count what follows, as in an enumeration.")
_RUNS_ON = gettext_noop("A letter follows directly, so that it may belong to a name.")


def _doubt_of(style: Style, passage: Passage, start: int, end: int) -> str:
    """Say why numbers in one place may be no mark, "" where nothing speaks against."""
    text = passage.text
    if not passage.is_free(start, end):
        return LINKED
    before = text[max(0, start - 60) : start]
    word = passage.word_before(start)
    if passage.opens_line(start):
        return _OPENS_LINE if style is not Style.ROUND else _ENUMERATION
    if style is Style.RAISED:
        if _UNITS.search(before):
            return _IS_A_POWER
        if before[-1:].isdigit():
            return _FOLLOWS_DIGIT
        if re.search(r"(?:^|[^\w'’])[^\W\d_]$", before):
            # R², I² and their like, unless a single letter is a word.
            squared = text[start:end].strip() in {"2", "3", "²", "³"}
            if not before.endswith((" a", " I", " A")) or squared:
                return _IS_A_POWER if squared else _FOLLOWS_LETTER
        return ""
    if text[end : end + 1].isalpha():
        return _RUNS_ON
    if style is Style.ROUND:
        if word.strip("(.").lower() in _LABELS:
            return _FOLLOWS_LABEL
        if before.rstrip()[-1:].isdigit():
            return _FOLLOWS_NUMBER
        if _ENUMERATES.search(before) and not _CLOSES.match(text, end):
            return _ENUMERATION
    return ""


def resolved(each: Numbers, by_number: Mapping[int, int], *, sure: bool) -> Found:
    """Give the mark that numbers are: what it cites, or why a person should decide.

    `by_number` gives the reference that a number of the list stands for; `sure` tells
    whether the list's numbers are known and this is the style of the text.
    """
    if not each.numbers or not set(each.numbers) <= by_number.keys():
        doubt = gettext_noop("The list of references has no such number.")
        return Found(each.start, each.end, doubt=doubt)
    doubt = each.doubt
    if not doubt and not sure:
        doubt = gettext_noop("It is not sure that it means the list of references.")
    references = tuple(dict.fromkeys(by_number[number] for number in each.numbers))
    places = (locator(each.place),) if each.place else ("",)
    return Found(
        each.start, each.end, references, places * len(references), doubt=doubt
    )
