"""A pasted list of typed references, split into its references.

A list is numbered ("1.", "[1]", "1)", bullets) or not; a reference may be wrapped over
several lines, and blank lines may stand between. Without such signs a line is a
reference.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from references.formats.text import contributors
from references.formats.text.reference import LONGEST, parse
from references.formats.text.words import YEAR
from references.records import Batch, Problem, Record

_NUMBER = re.compile(
    r"\s*[\[(]?(?P<number>[0-9]{1,4})(?:[\])]|\.(?=[\s\[A-Z])|\t)[.\s]*"
)
_BULLET = re.compile(r"\s*[•·▪●◦*–—-]\s+(?=\S)")
_CONTINUES = re.compile(
    r"\s*(?:[a-z0-9(,;:.&]|doi|https?:|PMC?ID|Available|Retrieved|Accessed|Epub)"
)
_MID_SENTENCE = re.compile(r"(?:[,;:&(-]|\b(?:and|in|of|the|[a-z]{2,}))\s*$")
_SHORTEST_WRAPPED = 40


class _Block(NamedTuple):
    """One reference as it stands in the text: its first and last line, and its text."""

    first: int
    last: int
    text: str

    @property
    def place(self) -> str:
        if self.first == self.last:
            return f"line {self.first}"
        return f"lines {self.first}–{self.last}"


def read(text: str) -> Batch:
    """Give a record for each reference and a problem for each text that is none."""
    records: list[Record] = []
    problems: list[Problem] = []
    for block in _blocks(text):
        if len(block.text) > LONGEST:
            message = f"This is too long for one reference ({LONGEST} characters)."
            problems.append(Problem(block.place, message, block.text))
        elif item := parse(block.text):
            records.append(Record(item, block.text, block.place))
        else:
            message = "No reference: it has no author, year, address or identifier."
            problems.append(Problem(block.place, message, block.text))
    return Batch(tuple(records), tuple(problems))


def _blocks(text: str) -> Iterator[_Block]:
    lines = text.splitlines()
    numbered = _numbered(lines)
    block: _Block | None = None
    blank = True
    for at, line in enumerate(lines, 1):
        marker = numbered.get(at)
        if not line.strip():
            blank = True
            continue
        if block and marker is None and not blank and _continues(block, line, numbered):
            joint = "" if re.search(r"https?://\S*[/=-]$", block.text) else " "
            merged = f"{block.text}{joint}{line.strip()}"
            block = block._replace(last=at, text=merged)
        else:
            if block:
                yield block
            block = _Block(at, at, line[marker or 0 :].strip())
        blank = False
    if block:
        yield block


def _numbered(lines: list[str]) -> dict[int, int]:
    """Give, for each line that a number or bullet opens, where its text begins.

    Numbers count only where each is the one after the one before it: a wrapped line
    may begin with a number too.
    """
    found: dict[int, int] = {}
    bullets: dict[int, int] = {}
    last: int | None = None
    for at, line in enumerate(lines, 1):
        if match := _NUMBER.match(line):
            number = int(match["number"])
            if number == (1 if last is None else last + 1) or (
                last is None and at == 1
            ):
                last = number
                found[at] = match.end()
        elif match := _BULLET.match(line):
            bullets[at] = match.end()
    return found or bullets


def _continues(block: _Block, line: str, numbered: dict[int, int]) -> bool:
    """Tell whether a line goes on with the reference of the lines before it."""
    if len(block.text) > LONGEST:
        return False
    if block.first in numbered or re.search(
        r"[,;&(]\s*$|\b(?:and|in|of)\s*$", block.text
    ):
        return True
    if contributors.take(line).names:
        return False
    if _CONTINUES.match(line):
        return True
    wrapped = len(block.text) >= _SHORTEST_WRAPPED and _MID_SENTENCE.search(block.text)
    return bool(wrapped) and not (_dated(block.text) and _dated(line))


def _dated(text: str) -> bool:
    return bool(re.search(rf"\b{YEAR}\b|https?://|\b10\.[0-9]{{4,}}/", text))
