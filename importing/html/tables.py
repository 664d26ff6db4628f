"""Tables of HTML: their cells on the grid that spans make."""

from collections.abc import Callable, Iterator

from bs4 import Tag

from importing.html.tree import number_of
from importing.word.nodes import Cell, Node, Paragraph, Table

_MOST_COLUMNS = 60
_MOST_ROWS = 2_000


def read(element: Tag, nodes_of: Callable[[Tag], list[Node]]) -> Table:
    """Give a table; `nodes_of` reads the content of a cell."""
    table = Table()
    taken: set[tuple[int, int]] = set()
    heads = True
    for at, row in enumerate(_rows(element)):
        cells = list(_cells(row))
        heads = heads and _is_head(row, cells)
        table.header_rows += heads
        column = 0
        for each in cells:
            while (at, column) in taken:
                column += 1
            cell = Cell(
                row=at,
                column=column,
                rows=max(number_of(each, "rowspan", 1, _MOST_ROWS), 1),
                columns=max(number_of(each, "colspan", 1, _MOST_COLUMNS), 1),
                nodes=nodes_of(each),
            )
            table.cells.append(cell)
            taken |= {
                (at + down, column + along)
                for down in range(min(cell.rows, _MOST_ROWS))
                for along in range(cell.columns)
            }
            column += cell.columns
        table.rows = at + 1
        table.columns = max(table.columns, column)
    _fit(table)
    caption = element.find("caption", recursive=False)
    if isinstance(caption, Tag):
        table.caption = [
            node for node in nodes_of(caption) if isinstance(node, Paragraph)
        ]
    return table


def _rows(element: Tag) -> Iterator[Tag]:
    for child in element.children:
        if isinstance(child, Tag) and child.name == "tr":
            yield child
        elif isinstance(child, Tag) and child.name in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cells(row: Tag) -> Iterator[Tag]:
    for child in row.children:
        if isinstance(child, Tag) and child.name in ("td", "th"):
            yield child


def _is_head(row: Tag, cells: list[Tag]) -> bool:
    in_head = row.parent is not None and row.parent.name == "thead"
    return in_head or (len(cells) > 1 and all(cell.name == "th" for cell in cells))


def _fit(table: Table) -> None:
    """Keep spans within the table, and one row at least below those of headings."""
    table.header_rows = min(table.header_rows, max(table.rows - 1, 0))
    for cell in table.cells:
        end = table.header_rows if cell.row < table.header_rows else table.rows
        cell.rows = max(min(cell.rows, end - cell.row), 1)
