"""Tables as the article's table block stores them."""

from string import ascii_uppercase
from typing import Any

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word import markup
from importing.word.findings import Findings
from importing.word.nodes import (
    Box,
    Cell,
    Node,
    Paragraph,
    PictureNode,
    Piece,
    Table,
    paragraphs,
)


def table(source: Table, findings: Findings) -> tuple[dict[str, Any], list[Node]]:
    """Give the block's value, and the pictures that stood in cells."""
    html = [[""] * source.columns for _row in range(source.rows)]
    headings = [""] * source.columns
    beside: list[Node] = []
    notes: list[str] = []
    for cell in source.cells:
        beside += _pictures(cell.nodes)
        if cell.row < source.header_rows:
            _head(cell, source.header_rows, headings, notes)
        if cell.row + cell.rows > source.header_rows and not (
            cell.row < source.header_rows
        ):
            html[cell.row][cell.column] = _cell(cell.nodes)
    caption = " ".join(filter(None, map(markup.paragraph, source.caption)))
    body = html[source.header_rows :]
    value = {
        "caption": f"<p>{caption}</p>" if caption else "",
        "table": {
            "columns": [{"type": "text", "heading": text} for text in headings],
            "rows": [{"values": row} for row in body],
            "caption": "",
        },
        "row_headers": _has_row_headers(body),
        "note": "".join(notes),
        "merged": merged(source),
    }
    _note(source, value, findings)
    return value, beside


def merged(source: Table) -> str:
    """Give the ranges of cells that are one, as a spreadsheet writes them.

    Row 1 holds the headings of the columns, into which all rows of headings went.
    """
    ranges = []
    shift = source.header_rows - 1
    for cell in source.cells:
        if cell.row < source.header_rows or (cell.rows == 1 and cell.columns == 1):
            continue
        top, left = cell.row - shift + 1, cell.column
        bottom = min(top + cell.rows, source.rows - shift + 1) - 1
        ranges.append(
            f"{_letters(left)}{top}:{_letters(left + cell.columns - 1)}{bottom}"
        )
    return ", ".join(ranges)


def _letters(column: int) -> str:
    """Give a column's letters: A to Z, then AA.

    >>> _letters(27)
    'AB'
    """
    tens, ones = divmod(column, 26)
    return (ascii_uppercase[tens - 1] if tens else "") + ascii_uppercase[ones]


def _head(cell: Cell, header_rows: int, headings: list[str], notes: list[str]) -> None:
    """Add a heading's words to each of its columns, and keep its marks in the note."""
    words = " ".join(each.heading for each in paragraphs(cell.nodes) if each.heading)
    if not words:
        return
    for column in range(cell.column, min(cell.column + cell.columns, len(headings))):
        above = headings[column]
        if words != above:
            joined = f"{above}: {words}" if above else words
            headings[column] = joined
    marks = [
        piece
        for each in paragraphs(cell.nodes)
        for piece in each.pieces
        if piece.note or piece.citation or piece.link
    ]
    if marks:
        notes.append(f"<p>{markup.inline([Piece(f'{words}: '), *marks])}</p>")


def _cell(nodes: list[Node]) -> str:
    """Give a cell's content as paragraphs: it can hold neither lists nor tables."""
    lines: list[str] = []
    for node in nodes:
        match node:
            case Paragraph():
                text = markup.paragraph(node)
                if text and node.item is not None:
                    sign = f"{node.item.number}." if node.item.ordered else "•"
                    text = f"{sign} {text}"
                lines.append(text)
            case PictureNode():
                lines += map(markup.paragraph, node.caption)
            case Box():
                lines.append(_inline(node.nodes))
            case Table():
                lines += map(markup.paragraph, node.caption)
                for row in range(node.rows):
                    cells = [each for each in node.cells if each.row == row]
                    lines.append(" | ".join(_inline(each.nodes) for each in cells))
    return "".join(f"<p>{line}</p>" for line in lines if line)


def _inline(nodes: list[Node]) -> str:
    return "; ".join(filter(None, map(markup.paragraph, paragraphs(nodes))))


def _pictures(nodes: list[Node]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        match node:
            case PictureNode():
                found.append(PictureNode(node.name))
            case Box():
                found += _pictures(node.nodes)
            case Table():
                for cell in node.cells:
                    found += _pictures(cell.nodes)
    return found


def _has_row_headers(body: list[list[str]]) -> bool:
    """Tell whether the first column names each row: none is empty or a bare number."""
    firsts = [row[0] for row in body if row and any(row)]
    return len(firsts) > 1 and all(
        any(letter.isalpha() for letter in first.replace("<p>", "").replace("</p>", ""))
        for first in firsts
    )


def _note(source: Table, value: dict[str, Any], findings: Findings) -> None:
    shown = value["caption"] or " | ".join(
        column["heading"] for column in value["table"]["columns"]
    )
    nested = any(isinstance(n, Table) for cell in source.cells for n in cell.nodes)
    if nested:
        findings.add(
            "table",
            Outcome.CHANGED,
            _("A table inside a cell became lines of text."),
            shown,
        )
    elif value["merged"]:
        findings.add(
            "table",
            Outcome.CONVERTED,
            _("The table was kept, with its merged cells: %(ranges)s."),
            shown,
            ranges=value["merged"],
        )
    else:
        findings.add("table", Outcome.FOUND, _("The table was kept."), shown)
    if not value["caption"]:
        findings.add(
            "table caption",
            Outcome.CHANGED,
            _("The table has no caption; readers need one to find and understand it."),
            shown,
        )
    if not source.header_rows:
        findings.add(
            "table headings",
            Outcome.CHANGED,
            _("The table has no row of headings; its columns need names."),
            shown,
        )
