"""The lines of all standards, answered for an article or for a site."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from editorial.standards.facts import ArticleFacts, Link, SiteFacts
from editorial.standards.lines import LINES
from editorial.standards.lines.line import Line
from editorial.standards.verdict import LABELS, State, Verdict

# What a spreadsheet program would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Row:
    """A line, what can be said of it, and by which function that is known."""

    line: Line
    verdict: Verdict
    known_by: str

    @property
    def label(self) -> str:
        """The state in words."""
        return str(LABELS[self.verdict.state])


def of_article(article: ArticleFacts) -> list[Row]:
    """Give every line that concerns an article."""
    return [
        Row(line, line.article(article), line.article.__name__)
        for line in LINES
        if line.article
    ]


def of_site(site: SiteFacts) -> list[Row]:
    """Give every line that concerns a site as a whole."""
    return [
        Row(line, line.site(site), line.site.__name__) for line in LINES if line.site
    ]


def counts(rows: Iterable[Row]) -> dict[State, int]:
    """Count the lines in each state."""
    found = [row.verdict.state for row in rows]
    return {state: found.count(state) for state in State}


def grouped(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Give the rows by standard, in their order."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(str(row.line.standard), []).append(row)
    return list(groups.items())


def as_records(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Give the rows as values that JSON can hold."""
    return [
        {
            "id": row.line.id,
            "standard": str(row.line.standard),
            "line": str(row.line.wording),
            "state": row.verdict.state.value,
            "known_by": row.known_by,
            "remark": row.verdict.remark,
            "evidence": [
                {"text": link.text, "url": link.url} for link in row.verdict.evidence
            ],
        }
        for row in rows
    ]


def as_csv(rows: Sequence[Row]) -> str:
    """Give the rows as CSV; spaces stand between the addresses of evidence."""
    out = io.StringIO()
    names = ("id", "standard", "line", "state", "known_by", "remark", "evidence")
    writer = csv.DictWriter(out, names)
    writer.writeheader()
    for record in as_records(rows):
        links = " ".join(link["url"] for link in record["evidence"])
        writer.writerow(
            {key: _tame(value) for key, value in (record | {"evidence": links}).items()}
        )
    return out.getvalue()


def _tame(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def absolute(rows: Iterable[Row], base: str) -> list[Row]:
    """Give the rows with whole addresses, for a file that leaves the admin."""
    return [
        Row(
            row.line,
            Verdict(
                row.verdict.state,
                row.verdict.remark,
                tuple(
                    Link(link.text, f"{base}{link.url}")
                    if link.url.startswith("/")
                    else link
                    for link in row.verdict.evidence
                ),
            ),
            row.known_by,
        )
        for row in rows
    ]
