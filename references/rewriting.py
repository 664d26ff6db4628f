"""Which records a rich text cites, and making it cite others.

A citation is stored as `<a linktype="citation" id="5">…</a>`; other attributes may
stand between, in any order. All else in the text stays as it is, letter for letter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

# No database gives keys with more digits.
_MOST_DIGITS = 18
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")


@dataclass(frozen=True)
class _Mark:
    """The opening tag of one citation: where it starts, its text, what it cites."""

    start: int
    tag: str
    key: int


class _Marks(HTMLParser):
    def __init__(self, html: str):
        super().__init__(convert_charrefs=False)
        self.found: list[_Mark] = []
        self._lines = [0, *(at.end() for at in re.finditer("\n", html))]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            return
        named = dict(attrs)
        key = key_of(named.get("id") or "")
        if named.get("linktype") == "citation" and key is not None:
            line, column = self.getpos()
            start = self._lines[line - 1] + column
            text = self.get_starttag_text() or ""
            self.found.append(_Mark(start, text, key))


def key_of(text: str) -> int | None:
    """Give the key that the `id` of a citation names, if a record can have it."""
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS:
        return int(text)
    return None


def cited(html: str) -> list[int]:
    """Give the keys of the records that a rich text cites, in order, with repeats."""
    return [mark.key for mark in _marks(html)]


def recite(html: str, keys: Sequence[int]) -> str:
    """Give a rich text with its citations pointing at these records, in order.

    Raises `ValueError` unless there are as many keys as citations.
    """
    parts, end = [], 0
    for mark, key in zip(_marks(html), keys, strict=True):
        parts += [html[end : mark.start], _with_key(mark, key)]
        end = mark.start + len(mark.tag)
    return "".join([*parts, html[end:]])


def _marks(html: str) -> list[_Mark]:
    return _Marks(html).found if "linktype" in html.lower() else []


def _with_key(mark: _Mark, key: int) -> str:
    def attribute(found: re.Match[str]) -> str:
        return f'id="{key}"' if found[1].lower() == "id" else found[0]

    return mark.tag if key == mark.key else _ATTRIBUTE.sub(attribute, mark.tag)
