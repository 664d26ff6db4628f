"""Writing down what was found and what became of it, while a manuscript is read."""

from collections import Counter

from importing.draft import Outcome, Problem

_LONGEST_EXCERPT = 2_000


class Findings:
    """The rows of a manuscript's report, in the order in which they arise."""

    def __init__(self) -> None:
        self.rows: list[Problem] = []
        self._numbers: Counter[str] = Counter()

    def add(
        self,
        kind: str,
        outcome: Outcome,
        reason: str,
        excerpt: str = "",
        **values: str | int,
    ) -> None:
        """Write down one thing. `reason` is marked for translation by the caller."""
        self._numbers[kind] += 1
        number = self._numbers[kind]
        shown = " ".join(excerpt.split())[:_LONGEST_EXCERPT]
        self.rows.append(
            Problem(f"{kind}-{number}", kind, outcome, reason, shown, values)
        )
