"""How a typed reference begins: its authors, and the date beside them."""

import re
from typing import NamedTuple

from references.formats.text import contributors
from references.formats.text.words import MONTH, YEAR, sentences, tidy
from references.names import Name

_DATE_IN_BRACKETS = (
    rf"(?:\((?P<date>{YEAR}(?:,?\s{MONTH}(?:\s[0-9]{{1,2}})?)?)[a-z]?\.?(?:,[^()]{{1,30}})?\)"
    r"|\((?:n\.\s?d\.|in press|no date)\))"
)
_DATE_AFTER_NAMES = re.compile(
    rf"(?:{_DATE_IN_BRACKETS}[.:,;]?|(?P<year>{YEAR})[a-z]?[.:]?)\s(?=\S)",
    re.IGNORECASE,
)
_ORGANISATION_AND_DATE = re.compile(
    rf"(?P<head>[^()]{{2,250}}?(?:\s?\([A-Z]{{2,12}}\))?)[.,]?\s{_DATE_IN_BRACKETS}[.:,;]?\s",
    re.IGNORECASE,
)


class Opening(NamedTuple):
    """What stands before the title."""

    names: list[Name]
    editors: bool
    date: str
    dated: bool
    rest: str


def read(text: str) -> Opening:
    """Read the names at the head and the date that may follow them."""
    head = contributors.take(text)
    if head.names:
        date = _DATE_AFTER_NAMES.match(head.rest)
        # "Kim J. 2017 guideline for …" begins a title with a year.
        stopped = text[: len(text) - len(head.rest)].rstrip().endswith(".")
        if date and date["year"] and stopped and date[0].rstrip()[-1].isdigit():
            date = None
        rest = head.rest[date.end() :] if date else head.rest
        when = (date["date"] or date["year"] or "") if date else ""
        return Opening(head.names, head.editors, when, bool(date), rest)
    match = _ORGANISATION_AND_DATE.match(text)
    if match and len(sentences(match["head"])) == 1:
        title = tidy(match["head"])
        rest = text[match.end() :]
        if not contributors.is_organisation(title) and _is_sentence(title):
            return Opening([], False, match["date"] or "", True, f"{title}. {rest}")
        return Opening(organisations(title), False, match["date"] or "", True, rest)
    return Opening([], False, "", False, text)


def _is_sentence(text: str) -> bool:
    """Tell whether the later words of a text are in small letters, as in titles."""
    words = re.findall(r"[^\W\d_]{4,}", text)[1:]
    return any(word[0].islower() for word in words)


def organisations(text: str) -> list[Name]:
    """Give the organisations that semicolons part."""
    return [{"literal": name} for part in text.split(";") if (name := tidy(part))]
