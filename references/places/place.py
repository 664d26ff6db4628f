"""A place in stored content that points at records."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Path = tuple[str, ...]


@dataclass
class Place:
    """One text, chooser or key that points at records.

    `path` leads to it by names of fields and by the keys of blocks and rows. A key of a
    row that may stand once in its list also knows the list and the row.
    """

    path: Path
    keys: list[int]
    put: Callable[[list[int]], None]
    siblings: list[dict[str, Any]] = field(default_factory=list)
    row: dict[str, Any] | None = None
    alone: list[list[str]] = field(default_factory=list)

    def leave_out(self) -> int:
        """Take the row out of its list, and give where in it it stood."""
        at = next(i for i, row in enumerate(self.siblings) if row is self.row)
        del self.siblings[at]
        return at

    @property
    def is_repeated(self) -> bool:
        """Whether another row says what may be said once."""
        row = self.row
        return row is not None and any(
            other is not row and all(other.get(name) == row.get(name) for name in names)
            for names in self.alone
            for other in self.siblings
        )
