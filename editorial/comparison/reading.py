"""Reading the passages of printed HTML as words."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from editorial.comparison import elements
from editorial.comparison.passage import Kind, Part


class Token(NamedTuple):
    """A word, a sign, the end of a link or a picture, and the space before it."""

    part: Part
    text: str
    space: str = ""


@dataclass(frozen=True)
class Text:
    """A passage of one version."""

    kind: Kind
    level: int
    tokens: tuple[Token, ...]


def read(html: str) -> list[Text]:
    """Give the passages of a text in reading order, without the empty ones.

    What only helps to get about on the page is left out: "Ask for a source", ways back
    to a citation, forms, and what is hidden.
    """
    reader = _Reader()
    at = 0
    for tag in elements.TAG.finditer(html):
        reader.add(html[at : tag.start()])
        at = tag.end()
        if name := (tag["name"] or "").lower():
            if tag["end"]:
                reader.close(name)
            else:
                reader.open(name, elements.attributes(tag["rest"]))
    reader.add(html[at:])
    reader.close_all()
    texts = (Text(it.kind, it.level, it.tokens()) for it in reader.passages)
    return [text for text in texts if text.tokens]


# Scripts that put no space between words are compared sign by sign.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(
    rf"( ?)([{_UNSPACED}]|[^\W{_UNSPACED}]++(?:[-’'.,/][^\W{_UNSPACED}]++)*+|[^\w ])"
)
_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_LOWERED = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")


@dataclass
class _Passage:
    kind: Kind
    level: int = 0
    cells: int = 0
    runs: list[tuple[Part, list[str]]] = field(default_factory=list)
    ends_in_space: bool = True

    def add(self, text: str) -> None:
        """Take words in, with one space for any white space."""
        text = re.sub(r"\s+", " ", text)
        if self.ends_in_space:
            text = text.removeprefix(" ")
        if text:
            if not self.runs or self.runs[-1][0] is not Part.WORDS:
                self.runs.append((Part.WORDS, []))
            self.runs[-1][1].append(text)
            self.ends_in_space = text.endswith(" ")

    def mark(self, part: Part, text: str) -> None:
        self.runs.append((part, [text]))

    def tokens(self) -> tuple[Token, ...]:
        found: list[Token] = []
        space = ""
        for part, texts in self.runs:
            text = "".join(texts)
            if part is Part.WORDS:
                words = _WORD.findall(space + text)
                found.extend(Token(part, word, before) for before, word in words)
                # A space at the end belongs to the next word, behind a link if need be.
                space = " " if text.endswith(" ") else ""
            else:
                found.append(Token(part, text))
        return tuple(found)


@dataclass(frozen=True)
class _Element:
    """An open element: what passages in it are, and what its end adds."""

    name: str
    kind: Kind = Kind.PARAGRAPH
    is_left_out: bool = False
    script: str = ""
    link: str = ""
    closing: str = ""


class _Reader:
    def __init__(self) -> None:
        self.passages = [_Passage(Kind.PARAGRAPH)]
        self._open = [_Element("")]
        self._names: Counter[str] = Counter()

    @property
    def _inside(self) -> _Element:
        return self._open[-1]

    def add(self, escaped: str) -> None:
        """Take in the text between two tags."""
        if not escaped or self._inside.is_left_out:
            return
        text = unescape(escaped)
        if self._inside.script:
            table = _RAISED if self._inside.script == "sup" else _LOWERED
            text = text.translate(table)
        self.passages[-1].add(text)

    def open(self, name: str, found: elements.Attributes) -> None:
        """Take in the start of an element."""
        is_left_out = self._inside.is_left_out
        if not is_left_out:
            if (picture := elements.picture(name, found)) is not None:
                self._add_picture(*picture)
            is_left_out = elements.is_left_out(name, found)
        if not is_left_out:
            self._part(name)
        if name in elements.VOID:
            return
        self._names[name] += 1
        if is_left_out:
            self._open.append(_Element(name, self._inside.kind, is_left_out=True))
        else:
            self._enter(name, found)

    def close(self, name: str) -> None:
        """Take in the end of an element, and of those in it that were left open."""
        if self._names[name]:
            while self._leave() != name:
                pass

    def close_all(self) -> None:
        """Take in the end of the text."""
        while len(self._open) > 1:
            self._leave()

    def _enter(self, name: str, found: elements.Attributes) -> None:
        kind = elements.KINDS.get(name, self._inside.kind)
        script = name if name in {"sub", "sup"} else self._inside.script
        link = elements.target(found) if name == "a" else ""
        closing = ""
        if name == "li" and "reference" in elements.classes(found):
            kind = Kind.REFERENCE
        if name == "sup" and "citations" in elements.classes(found):
            # Next to a number, a raised one would read as a power.
            self.passages[-1].add("[")
            script, closing = "", "]"
        self._open.append(_Element(name, kind, False, script, link, closing))
        if name in elements.HEADINGS and not self._is_in_row(name):
            self.passages.append(_Passage(Kind.HEADING, elements.HEADINGS[name]))
        elif name in elements.BLOCKS and not self._is_in_row(name):
            self.passages.append(_Passage(kind))

    def _leave(self) -> str:
        element = self._open.pop()
        self._names[element.name] -= 1
        if element.is_left_out:
            return element.name
        if element.link:
            self.passages[-1].mark(Part.LINK, element.link)
        self.passages[-1].add(element.closing)
        if element.name in elements.BLOCKS:
            if self._is_in_row(element.name):
                self.passages[-1].add(" ")
            else:
                self.passages.append(_Passage(self._inside.kind))
        return element.name

    def _part(self, name: str) -> None:
        """Part cells, lines and what stands below each other in a cell."""
        passage = self.passages[-1]
        if name in {"td", "th"}:
            passage.add(" | " if passage.cells else " ")
            passage.cells += 1
        elif name == "br" or (name in elements.BLOCKS and self._is_in_row(name)):
            passage.add(" ")

    def _is_in_row(self, name: str) -> bool:
        """Tell whether an element stands in a row, which is one passage."""
        return self._inside.kind is Kind.TABLE_ROW and name not in {"caption", "tr"}

    def _add_picture(self, source: str, words: str) -> None:
        passage = self.passages[-1]
        if self._inside.kind is Kind.TABLE_ROW:
            passage.add(f" {words} ")
        else:
            # Stands before the rest of the passage that holds it.
            passage = _Passage(Kind.IMAGE)
            passage.add(words)
            self.passages.insert(len(self.passages) - 1, passage)
        if source:
            passage.mark(Part.PICTURE, source)
