"""Making two records of one work one, and taking that back."""

from references.merging.following import follow
from references.merging.joining import CannotMerge, merge
from references.merging.sides import Side
from references.merging.undoing import CannotUndo, UndoOutcome, undo

__all__ = [
    "CannotMerge",
    "CannotUndo",
    "Side",
    "UndoOutcome",
    "follow",
    "merge",
    "undo",
]
