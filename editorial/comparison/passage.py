"""The values that say what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class Kind(StrEnum):
    """What a passage is in its text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    CAPTION = "caption"
    QUOTATION = "quotation"
    REFERENCE = "reference"
    IMAGE = "image"


class Change(StrEnum):
    """What became of a passage or a piece of one; a piece is never changed or moved."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Part(StrEnum):
    """What a piece holds: words, where a link leads, or the name of a picture's file.

    The words of a picture are those that describe it.
    """

    WORDS = "words"
    LINK = "link"
    PICTURE = "picture"


@dataclass(frozen=True)
class Piece:
    """Text that stayed, came or went. Links and pictures that stayed are left out."""

    change: Change
    text: str
    part: Part = Part.WORDS


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item or the like, as a row of pieces; `level` of a heading.

    The pieces that stayed or went give the old text, those that stayed or came the new
    one. A passage that moved stands where it is now. The cells of a row are parted by
    "|".
    """

    kind: Kind
    change: Change
    pieces: tuple[Piece, ...]
    level: int = 0

    @property
    def old(self) -> str:
        """The words before the change."""
        return self._without(Change.ADDED)

    @property
    def new(self) -> str:
        """The words after the change."""
        return self._without(Change.REMOVED)

    def _without(self, change: Change) -> str:
        return "".join(
            piece.text
            for piece in self.pieces
            if piece.part is Part.WORDS and piece.change is not change
        )


@dataclass(frozen=True)
class Stretch:
    """Passages in a row, folded away where they lie far from any change."""

    passages: tuple[Passage, ...]
    is_folded: bool


@dataclass(frozen=True)
class Comparison:
    """The passages of both texts in reading order, and how much differs.

    `passages_changed` counts those that came, went, moved or hold a change.
    """

    passages: tuple[Passage, ...]
    words_added: int
    words_removed: int
    passages_changed: int

    @property
    def stretches(self) -> list[Stretch]:
        """The passages with what is far from any change folded."""
        return fold(self.passages)


_FEWEST_FOLDED = 2  # the line that stands for them is as long as one


def fold(passages: Sequence[Passage], around: int = 1) -> list[Stretch]:
    """Fold what did not change, but for some passages around each change."""
    changed = [n for n, it in enumerate(passages) if it.change is not Change.SAME]
    shown = {n for at in changed for n in range(at - around, at + around + 1)}
    stretches: list[Stretch] = []
    for is_shown, group in groupby(range(len(passages)), shown.__contains__):
        here = tuple(passages[n] for n in group)
        is_folded = not is_shown and len(here) >= _FEWEST_FOLDED
        if not is_folded and stretches and not stretches[-1].is_folded:
            here = (*stretches.pop().passages, *here)
        stretches.append(Stretch(here, is_folded))
    return stretches
