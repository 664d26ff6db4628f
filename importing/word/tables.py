"""Tables: cells with the rows and columns that they take."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word.elements import chosen, is_on, value, whole_number
from importing.word.findings import Findings
from importing.word.nodes import Cell, Node, Paragraph, Table, paragraphs

MOST_COLUMNS = 63
_FIRST_ROW = 0x20
_WRAPPERS = {"w.sdt", "w.sdtContent", "w.customXml", "w.ins", "w.moveTo", "w.smartTag"}


def read(
    element: Element, content: Callable[[Element], list[Node]], findings: Findings
) -> Table:
    """Give a table; `content` reads what stands in a cell."""
    table = Table()
    above: dict[int, Cell] = {}
    for row in _children(element, "w.tr"):
        properties = row.find("w.trPr")
        if properties is not None and properties.find("w.del") is not None:
            _note_deleted(row, findings)
            continue
        above = _read_row(row, table, above, content)
        table.rows += 1
        if is_on(properties, "w.tblHeader") and table.header_rows == table.rows - 1:
            table.header_rows = table.rows
    table.columns = max((cell.column + cell.columns for cell in table.cells), default=0)
    if table.header_rows >= table.rows:
        table.header_rows = 0
    if not table.header_rows and table.rows > 1 and _has_headings(element, table):
        table.header_rows = 1
    return table


def _read_row(
    row: Element,
    table: Table,
    above: dict[int, Cell],
    content: Callable[[Element], list[Node]],
) -> dict[int, Cell]:
    column = whole_number(value(row, "w.trPr/w.gridBefore"))
    column = min(max(column, 0), MOST_COLUMNS - 1)
    current: dict[int, Cell] = {}
    for element in _children(row, "w.tc"):
        properties = element.find("w.tcPr")
        width = whole_number(value(properties, "w.gridSpan"), 1)
        width = min(max(width, 1), max(MOST_COLUMNS - column, 1))
        nodes = content(element)
        over = above.get(column)
        if over is not None and _continues(properties) and over.column == column:
            over.rows = table.rows - over.row + 1
            over.nodes += [node for node in nodes if _is_filled(node)]
            cell = over
        elif column >= MOST_COLUMNS and table.cells:
            # Nobody reads a table as wide as this: what is over goes into the last.
            table.cells[-1].nodes += nodes
            continue
        else:
            cell = Cell(table.rows, column, 1, width, nodes)
            table.cells.append(cell)
        current |= dict.fromkeys(range(column, column + width), cell)
        column += width
    return current


def _continues(properties: Element | None) -> bool:
    merge = None if properties is None else properties.find("w.vMerge")
    return merge is not None and merge.get("w.val", "continue") != "restart"


def _children(element: Element, tag: str) -> Iterator[Element]:
    """Give rows or cells, also those in controls and tracked insertions."""
    for child in chosen(element):
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _has_headings(element: Element, table: Table) -> bool:
    """Tell whether a table's first row heads its columns, as it mostly does."""
    first = [cell for cell in table.cells if cell.row == 0]
    if any(cell.rows > 1 for cell in first):
        return False
    texts = [each for cell in first for each in paragraphs(cell.nodes) if each.text]
    if texts and all(each.is_bold for each in texts):
        return True
    look = element.find("w.tblPr/w.tblLook")
    if look is None or not texts:
        return False
    stated = look.get("w.firstRow")
    if stated is not None:
        return stated in {"1", "true", "on"}
    try:
        return bool(int(look.get("w.val", "0"), 16) & _FIRST_ROW)
    except ValueError:
        return False


def _is_filled(node: Node) -> bool:
    return not isinstance(node, Paragraph) or bool(node.text)


def _note_deleted(row: Element, findings: Findings) -> None:
    findings.add(
        "deletion",
        Outcome.CHANGED,
        _("A row of a table that was deleted while changes were tracked."),
        " ".join(
            each.text or "" for each in row.iter() if each.tag in {"w.t", "w.delText"}
        ),
    )
