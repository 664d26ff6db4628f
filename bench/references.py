"""How well references are read, printed, recognised, matched and checked.

`python -m bench.references DATA_DIR` prints a table of the measures, each beside its
bar, on the folder of data that it is given; without one, what needs no data.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

from bench import measures
from bench.table import Row


def rows(data: Path) -> list[Row]:
    """Give every measured figure; a part whose data is not there is said to be so."""
    found: list[Row] = []
    for name, measure in measures.parts():
        measured = measure(data)
        if not measured:
            print(f"{name}: no data in {data}, nothing measured", file=sys.stderr)
        found += measured
    return found


def table(found: list[Row]) -> str:
    """Give the rows as a table of text."""
    cells = [("what", "figure", "bar", "", "note")]
    for row in found:
        sign = "≥" if row.at_least else "≤"
        cells.append(
            (
                row.what,
                f"{row.figure:,.1f} {row.unit}",
                f"{sign} {row.bar:,.0f}",
                "holds" if row.holds else "NOT MET",
                row.note,
            )
        )
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    lines = []
    for *columns, note in cells:
        padded = [
            f"{cell:{width}}" for cell, width in zip(columns, widths, strict=True)
        ]
        lines.append("  ".join([*padded, note]).rstrip())
    return "\n".join(lines)


def main() -> None:
    """Measure, and print the table."""
    django.setup()
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("no-data-given")
    print(table(rows(data)))


if __name__ == "__main__":
    main()
