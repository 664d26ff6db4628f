"""The rich text of a draft: its lines, and its characters with where they stand.

Only what `importing.draft` allows stands in it, properly nested, so that it is read
without a parser and written back letter for letter.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape, unescape
from itertools import repeat
from typing import Any, NamedTuple

_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)"
    r"(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>|[^<]+|<"
)
_ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});|[^&]+|&"
)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LONGEST_TAG = 2_000
_OPENING = re.compile(r"<(a|b|i|sub|sup)(?:\s[^<>]*)?>$")
_CLOSING = re.compile(r"</(a|b|i|sub|sup)>")
_EMPTY = {"br"}
_LISTS = {"ol", "ul"}


@dataclass(frozen=True)
class Line:
    """One line of a rich text: a paragraph, what stands between breaks, or a list item.

    `list` is "ol" or "ul" for an item, `number` its number in an ordered list. `start`
    and `end` say where the whole element stands that the line is in.
    """

    html: str
    list: str = ""
    number: int | None = None

    @property
    def text(self) -> str:
        """The line without markup, on one line."""
        return plain(self.html)


def plain(html: str) -> str:
    """Give a rich text without markup, its white space folded."""
    parts = []
    for token in _TOKEN.finditer(html):
        if token["name"] is None:
            parts.append(unescape(token[0]))
        elif token["name"].lower() in {"br", "p", "li", "ol", "ul"}:
            parts.append(" ")
    return " ".join("".join(parts).split())


def paragraph(text: str) -> str:
    """Give a plain text as a rich one."""
    return f"<p>{escape(text, quote=False)}</p>"


def hrefs(html: str) -> list[str]:
    """Give where the links of a rich text lead, in their order."""
    found = (
        attributes(token["attributes"]).get("href", "")
        for token in _TOKEN.finditer(html)
        if token["name"] in ("a", "A") and not token["close"]
    )
    return [href for href in found if href]


def attributes(text: str) -> dict[str, str]:
    """Give the attributes of a tag."""
    return {
        name.lower(): unescape(double or single)
        for name, double, single in _ATTRIBUTE.findall(text)
    }


def lines(html: str) -> list[Line]:
    """Give the lines of a rich text; what is nested in a list item stays in it."""
    return list(_lines(html))


def _lines(html: str) -> Iterator[Line]:
    for name, opening, inner in _elements(html):
        if name in _LISTS:
            start = attributes(opening).get("start", "1")
            number = int(start) if start.isdecimal() and len(start) < 6 else 1
            for child, _opening, item in _elements(inner):
                if child == "li":
                    yield Line(item, name, number if name == "ol" else None)
                    number += 1
        else:
            yield from (Line(each) for each in _between_breaks(inner))


def joined(found: Iterable[Line]) -> str:
    """Give lines as a rich text again; each that is no item becomes a paragraph."""
    parts: list[str] = []
    opened, expected = "", None
    for line in found:
        if opened and (line.list != opened or line.number != expected):
            parts.append(f"</{opened}>")
            opened = ""
        if line.list and not opened:
            start = f' start="{line.number}"' if (line.number or 1) != 1 else ""
            parts.append(f"<{line.list}{start}>")
            opened = line.list
        expected = line.number + 1 if line.number is not None else None
        parts.append(f"<li>{line.html}</li>" if line.list else f"<p>{line.html}</p>")
    return "".join([*parts, f"</{opened}>" if opened else ""])


def _elements(html: str) -> Iterator[tuple[str, str, str]]:
    """Give name, attributes and content of each element at the top of a text."""
    depth = start = 0
    name = opening = ""
    for token in _TOKEN.finditer(html):
        found = (token["name"] or "").lower()
        if not found or found in _EMPTY:
            if depth == 0 and token[0].strip():
                yield "", "", token[0]
        elif token["close"]:
            depth = max(depth - 1, 0)
            if depth == 0 and name:
                yield name, opening, html[start : token.start()]
                name = ""
        else:
            if depth == 0:
                name, opening, start = found, token["attributes"], token.end()
            depth += 1
    if depth and name:
        yield name, opening, html[start:]


def _between_breaks(html: str) -> Iterator[str]:
    """Give what stands between breaks, with the tags around it in each part."""
    opened: list[tuple[str, str]] = []
    part: list[str] = []
    for token in _TOKEN.finditer(html):
        name = (token["name"] or "").lower()
        if name == "br":
            yield "".join([*part, *(f"</{each}>" for each, _ in reversed(opened))])
            part = [tag for _, tag in opened]
            continue
        part.append(token[0])
        if name and token["close"]:
            if opened and opened[-1][0] == name:
                opened.pop()
        elif name:
            opened.append((name, token[0]))
    yield "".join(part)


class Character(NamedTuple):
    """One character as it is read, where it stands in the markup, and how it is set.

    `link` is where a link around it leads, `key` the citation that it is in.
    """

    start: int
    end: int
    text: str
    raised: bool
    link: str
    key: str


_CHARACTER = partial(tuple.__new__, Character)


def characters(html: str) -> list[Character]:
    """Give the characters of a rich text. Where a paragraph ends, a line break does."""
    found: list[Character] = []
    raised = 0
    anchors: list[tuple[str, str]] = []
    for token in _TOKEN.finditer(html):
        name = (token["name"] or "").lower()
        if not name:
            link, key = anchors[-1] if anchors else ("", "")
            for piece in _ENTITY.finditer(token[0]):
                text = unescape(piece[0]) if piece[0][0] == "&" else piece[0]
                start, end = token.start() + piece.start(), token.start() + piece.end()
                plain_text = len(text) == end - start
                starts = range(start, end) if plain_text else repeat(start)
                ends = range(start + 1, end + 1) if plain_text else repeat(end)
                set_as = (repeat(raised > 0), repeat(link), repeat(key))
                # Texts have many characters: this makes them without running Python.
                found += map(_CHARACTER, zip(starts, ends, text, *set_as, strict=False))
        elif name == "sup":
            raised += -1 if token["close"] else 1
        elif name == "a":
            if token["close"]:
                del anchors[-1:]
            else:
                given = attributes(token["attributes"])
                anchors.append((given.get("href", ""), given.get("data-key", "")))
        elif name == "br" or (token["close"] and name in {"p", "li"}):
            found.append(Character(token.start(), token.start(), "\n", False, "", ""))
    return found


@dataclass(frozen=True)
class Piece:
    """A piece of a text, by where it stands in the markup, and what replaces it."""

    start: int
    end: int
    new: str


def replaced(html: str, pieces: Iterable[Piece]) -> str:
    """Put something in the place of pieces of a text and of the tags around them alone.

    The pieces are in their order. Tags inside one that open or close what goes on
    outside are kept behind it.
    """
    parts: list[str] = []
    done = 0
    for piece in pieces:
        start, end = _with_tags_around(html, max(piece.start, done), piece.end)
        start = max(start, done)
        parts += [html[done:start], piece.new, *_unpaired(html[start:end])]
        done = end
    return "".join([*parts, html[done:]])


def _with_tags_around(html: str, start: int, end: int) -> tuple[int, int]:
    while True:
        before = _OPENING.search(html[max(0, start - _LONGEST_TAG) : start])
        after = _CLOSING.match(html, end)
        if not before or not after or before[1] != after[1]:
            return start, end
        start, end = start - len(before[0]), after.end()


def _unpaired(html: str) -> list[str]:
    kept: list[tuple[str, str]] = []
    for token in _TOKEN.finditer(html):
        name = (token["name"] or "").lower()
        if not name or name in _EMPTY:
            continue
        if token["close"] and kept and kept[-1][0] == name:
            kept.pop()
        else:
            kept.append(("" if token["close"] else name, token[0]))
    return [tag for _name, tag in kept]


def mapped(value: Any, change: Callable[[str], str]) -> Any:
    """Give a block's value with each of the rich texts in it changed."""
    if isinstance(value, str):
        return change(value) if value.lstrip().startswith("<") else value
    if isinstance(value, dict):
        return {key: mapped(each, change) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [mapped(each, change) for each in value]
    return value
