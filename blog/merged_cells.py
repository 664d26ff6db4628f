"""Cells of a table that are one, written as in a spreadsheet: "A2:A4, B1:D1".

Row 1 holds the headings of the columns, which stay apart.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

Content = TypeVar("Content")

_RANGE = re.compile(r"([A-Z]{1,2})(\d{1,4}):([A-Z]{1,2})(\d{1,4})")


@dataclass(frozen=True)
class Range:
    """Cells from one corner to the other; the body's first row and column are 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Cell(Generic[Content]):
    """What stands in a cell, and how many rows and columns it takes."""

    content: Content
    rows: int = 1
    columns: int = 1
    is_first: bool = False


def ranges(text: str) -> list[Range]:
    """Give the ranges that an editor typed; `ValueError` says what is wrong.

    >>> ranges("A2:A4")
    [Range(top=0, left=0, bottom=2, right=0)]
    """
    found: list[Range] = []
    for part in filter(None, re.split(r"[,;\s]+", text.upper().replace("–", ":"))):
        match = _RANGE.fullmatch(part)
        if match is None:
            raise ValueError(
                _("“%(part)s” is no range of cells. Write it like A2:A4.")
                % {"part": part}
            )
        left, right = sorted((_column(match[1]), _column(match[3])))
        top, bottom = sorted((int(match[2]) - 2, int(match[4]) - 2))
        if top < 0:
            raise ValueError(
                _("Row 1 holds the headings, which cannot be merged: %(part)s.")
                % {"part": part}
            )
        found.append(Range(top, left, bottom, right))
    return found


def laid_out(
    rows: Sequence[Sequence[Content]],
    merged: Sequence[Range],
    is_empty: Callable[[Content], bool],
) -> list[list[Cell[Content]]]:
    """Give the cells that a table shows, row by row.

    A range is left out of account where it would hide something, goes past the edge,
    or takes a cell that another has taken.
    """
    spans: dict[tuple[int, int], Range] = {}
    covered: set[tuple[int, int]] = set()
    for each in merged:
        if each.bottom >= len(rows) or each.right >= len(rows[each.bottom]):
            continue
        places = {
            (row, column)
            for row in range(each.top, each.bottom + 1)
            for column in range(each.left, each.right + 1)
        }
        first = (each.top, each.left)
        if not places & (covered | spans.keys()) and all(
            is_empty(rows[row][col]) for row, col in places - {first}
        ):
            spans[first] = each
            covered |= places - {first}
    return [
        [
            _cell(content, spans.get((row, column)), is_first=column == 0)
            for column, content in enumerate(contents)
            if (row, column) not in covered
        ]
        for row, contents in enumerate(rows)
    ]


def _cell(content: Content, span: Range | None, *, is_first: bool) -> Cell[Content]:
    if span is None:
        return Cell(content, is_first=is_first)
    rows, columns = span.bottom - span.top + 1, span.right - span.left + 1
    return Cell(content, rows, columns, is_first)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
