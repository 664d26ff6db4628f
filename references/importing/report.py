"""What became of every record of a source."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """What became of one record."""

    IMPORTED = "imported"
    CHANGED = "changed"
    SKIPPED = "skipped"
    LOST = "lost"


@dataclass(frozen=True)
class Row:
    """One line of a report: what stood where, and what became of it and why."""

    id: str
    kind: str
    outcome: Outcome
    reason: str = ""


@dataclass
class Report:
    """What became of everything that a source held; the counts add up to `found`."""

    source: str
    items: list[Row] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How many records were found, and how many met each end."""
        ends = Counter(row.outcome for row in self.items)
        return {
            "found": len(self.items),
            **{outcome.value: ends[outcome] for outcome in Outcome},
        }

    def as_json(self) -> dict[str, Any]:
        """Give the report as the object that commands write."""
        return {
            "source": self.source,
            "counts": self.counts,
            "items": [asdict(row) for row in self.items],
        }
