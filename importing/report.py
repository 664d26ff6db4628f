"""What became of everything in a manuscript, as rows whose counts add up."""

from collections.abc import Iterable
from typing import Any

from importing.draft import Draft, Problem
from importing.draft import Outcome as DraftOutcome
from references.importing import Outcome, Report, Row

_OUTCOMES = {
    DraftOutcome.FOUND: Outcome.IMPORTED,
    DraftOutcome.CONVERTED: Outcome.IMPORTED,
    DraftOutcome.CHANGED: Outcome.CHANGED,
    DraftOutcome.LOST: Outcome.LOST,
}
# What was found of these kinds, and no more, is left to a person.
_LEFT = frozenset({"comment", "mark", "bold line"})


def report(source: str, draft: Draft, more: Iterable[Row] = ()) -> Report:
    """Give the report on a draft; `more` says what became of things on writing.

    A row of `more` is joined with the one that has its id.
    """
    rows = {row.id: row for row in map(_row, draft.problems)}
    for row in more:
        known = rows.get(row.id)
        if known is not None:
            changed = known.outcome if row.outcome == Outcome.IMPORTED else row.outcome
            reason = " ".join(filter(None, (row.reason, known.reason)))
            row = Row(row.id, row.kind, changed, reason)
        rows[row.id] = row
    return Report(source, list(rows.values()))


def unchanged(source: str, draft: Draft, reason: str) -> Report:
    """Give the report on a draft of which nothing had to be written."""
    rows = report(source, draft).items
    return Report(
        source, [Row(row.id, row.kind, Outcome.SKIPPED, reason) for row in rows]
    )


def as_json(made: Report, draft: Draft) -> dict[str, Any]:
    """Give a report with the draft that it is about, as commands write it."""
    return made.as_json() | {
        "draft": {
            "title": draft.title,
            "subtitle": draft.subtitle,
            "bylines": list(draft.bylines),
            "blocks": [
                {"type": block.type, "value": block.value} for block in draft.blocks
            ],
            "notes": draft.notes,
            "references": list(draft.references),
            "citations": [
                {
                    "key": each.key,
                    "text": each.text,
                    "references": list(each.references),
                    "locators": list(each.locators),
                }
                for each in draft.citations
            ],
        }
    }


def _row(problem: Problem) -> Row:
    message = problem.message
    reason = f"{message} — {problem.excerpt}" if problem.excerpt else message
    outcome = _OUTCOMES[problem.outcome]
    if problem.outcome == DraftOutcome.FOUND and problem.kind in _LEFT:
        outcome = Outcome.SKIPPED
    return Row(problem.id, problem.kind, outcome, reason)
