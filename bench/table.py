"""One line of a bench's table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measured figure beside its bar.

    `figure` and `bar` are in `unit` ("%", "records/s", "ms", "cases"); `at_least` tells
    in which direction the bar holds. `note` says what was skipped, and how many.
    """

    what: str
    figure: float
    bar: float
    unit: str = "%"
    at_least: bool = True
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the figure reaches its bar."""
        return self.figure >= self.bar if self.at_least else self.figure <= self.bar
