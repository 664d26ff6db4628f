"""Tables whose cells are merged."""

import pytest
from django.core.exceptions import ValidationError

from blog import merged_cells
from blog.blocks import TableBlock
from blog.merged_cells import Cell, Range


def value(merged, *rows):
    block = TableBlock()
    return block, block.to_python(
        {
            "caption": "<p>Doses</p>",
            "table": {
                "columns": [{"type": "text", "heading": name} for name in "AB"],
                "rows": [{"values": list(row)} for row in rows],
                "caption": "",
            },
            "row_headers": True,
            "note": "",
            "merged": merged,
        }
    )


def body(html):
    """Give the body of a rendered table without white space between tags."""
    start, end = html.index("<tbody>") + 7, html.index("</tbody>")
    return "".join(line.strip() for line in html[start:end].splitlines())


def test_ranges_are_read_as_in_a_spreadsheet():
    assert merged_cells.ranges("a2:A4, b5:C5;AA6:AB7") == [
        Range(0, 0, 2, 0),
        Range(3, 1, 3, 2),
        Range(4, 26, 5, 27),
    ]
    assert merged_cells.ranges("B4:A2") == [Range(0, 0, 2, 1)]
    assert merged_cells.ranges("") == []


@pytest.mark.parametrize("text", ["A2", "2:4", "A1:A2", "A2:A4 and", "AAA2:AAA3"])
def test_what_is_no_range_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  The sentence is tested below.
        merged_cells.ranges(text)


def test_a_range_that_would_hide_something_is_left_out_of_account():
    rows = [["a", ""], ["b", "c"]]
    assert merged_cells.laid_out(
        rows, [Range(0, 0, 1, 0), Range(0, 0, 0, 1), Range(0, 0, 0, 1)], lambda c: not c
    ) == [
        [Cell("a", 1, 2, is_first=True)],
        [Cell("b", is_first=True), Cell("c")],
    ]
    assert merged_cells.laid_out([["a"]], [Range(0, 0, 9999, 700)], bool) == [
        [Cell("a", is_first=True)]
    ]


def test_merged_cells_are_rendered_as_one():
    block, table = value(
        "A2:A3, A4:B4",
        ["<p>Ketamine</p>", "<p>5</p>"],
        ["", "<p>9</p>"],
        ["<p>None</p>", "<p></p>"],
    )
    assert body(block.render(table)) == (
        '<tr><th scope="row" rowspan="2"><p>Ketamine</p></th><td><p>5</p></td></tr>'
        "<tr><td><p>9</p></td></tr>"
        '<tr><th scope="row" colspan="2"><p>None</p></th></tr>'
    )


def test_a_table_without_merged_cells_is_as_before():
    block, table = value("", ["<p>a</p>", "<p>b</p>"])
    assert body(block.render(table)) == (
        '<tr><th scope="row"><p>a</p></th><td><p>b</p></td></tr>'
    )


def test_editors_are_told_what_is_wrong_with_a_range():
    block, table = value("A2-A4", ["<p>a</p>", "<p>b</p>"])
    with pytest.raises(ValidationError) as error:
        block.clean(table)
    assert error.value.block_errors["merged"].messages == [
        "“A2-A4” is no range of cells. Write it like A2:A4."
    ]
