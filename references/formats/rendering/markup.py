"""The text of a CSL-JSON value: its few elements and its quotation marks."""

import re
from collections import Counter

from references.formats.rendering.runs import Run, Runs

_TAG = re.compile(r"<(/?)(i|b|sup|sub)>", re.IGNORECASE)
_DOUBLE = re.compile(r'(?<![^\s(\[{—–/‘“\'-])"(?=\S)([^"]*)(?<=\S)"(?!\w)')
_SINGLE = re.compile(r"(?<![^\s(\[{—–/“-])'(?=\S)([^']*(?:\w'\w[^']*)*)(?<=\S)'(?!\w)")


def parsed(value: str) -> Runs:
    """Give a value as runs, `<i>`, `<b>`, `<sup>` and `<sub>` read as markup.

    Only elements that are opened and closed in order count, everything else is text.
    Straight quotation marks in pairs become curly ones, and apostrophes too.
    """
    tags = _paired_tags(value)
    pieces: list[Run] = []
    opened: list[str] = []
    end = 0
    for tag in [*tags, None]:
        text = value[end : tag.start() if tag else len(value)]
        if text:
            pieces.append(Run(text, frozenset(opened)))
        if tag:
            end = tag.end()
            if tag[1]:
                opened.pop()
            else:
                opened.append(tag[2].lower())
    return _with_curly_quotes(pieces)


def _paired_tags(value: str) -> list[re.Match[str]]:
    """Find the tags that make well-nested elements."""
    paired: list[re.Match[str]] = []
    opened: list[re.Match[str]] = []
    waiting: Counter[str] = Counter()
    for tag in _TAG.finditer(value):
        kind = tag[2].lower()
        if not tag[1]:
            opened.append(tag)
            waiting[kind] += 1
        elif waiting[kind]:
            start = opened.pop()
            while start[2].lower() != kind:
                waiting[start[2].lower()] -= 1
                start = opened.pop()
            waiting[kind] -= 1
            paired += [start, tag]
    return sorted(paired, key=lambda tag: tag.start())


def _with_curly_quotes(pieces: list[Run]) -> Runs:
    """Replace quotation marks across the pieces: a pair may span an element."""
    text = curly("".join(piece.text for piece in pieces))
    runs: list[Run] = []
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        runs.append(Run(text[start:end], piece.tags))
        start = end
    return tuple(runs)


def curly(text: str) -> str:
    """Replace straight quotation marks by curly ones, character for character.

    Single marks are kept for a quotation inside another one, as American English has
    it; a double mark without a partner is left (it may stand for inches).
    """
    outer = r"‘\1’" if re.search('["“]', text) else r"“\1”"
    text = _DOUBLE.sub(r"“\1”", text)
    return _SINGLE.sub(outer, text).replace("'", "’")
