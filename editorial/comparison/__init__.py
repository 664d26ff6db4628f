"""What changed between two versions of a text, passage by passage, word by word.

Pure: HTML as our templates print it goes in, frozen values come out. Any text can be
given; what is no HTML is read as far as it goes. `templates/components/comparison.html`
prints a `Comparison`.
"""

from editorial.comparison.comparing import compare
from editorial.comparison.passage import (
    Change,
    Comparison,
    Kind,
    Part,
    Passage,
    Piece,
    Stretch,
    fold,
)

__all__ = [
    "Change",
    "Comparison",
    "Kind",
    "Part",
    "Passage",
    "Piece",
    "Stretch",
    "compare",
    "fold",
]
