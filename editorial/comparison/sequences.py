"""What two sequences have in common, in time and memory that are bounded."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

# The memory it takes in bits; two sequences of 14,000 are compared whole.
_LARGEST = 200_000_000


class Segment(NamedTuple):
    """A part of both sequences: equal, or one that stands for the other."""

    is_same: bool
    old: slice
    new: slice


def segments(old: Sequence[int], new: Sequence[int]) -> list[Segment]:
    """Give the parts that are the same and those between them, in turn.

    Between the ends that two very long sequences share, nothing is looked for.
    """
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    found = [(0, start, 0, start)]
    if len(middle_old) * len(middle_new) <= _LARGEST:
        found += [
            (
                start + it.src_start,
                start + it.src_end,
                start + it.dest_start,
                start + it.dest_end,
            )
            for it in LCSseq.opcodes(middle_old, middle_new)
            if it.tag == "equal"
        ]
    found.append((len(old) - end, len(old), len(new) - end, len(new)))
    parts, old_at, new_at = [], 0, 0
    for old_start, old_end, new_start, new_end in found:
        if old_at < old_start or new_at < new_start:
            parts.append(
                Segment(False, slice(old_at, old_start), slice(new_at, new_start))
            )
        if old_start < old_end:
            parts.append(
                Segment(True, slice(old_start, old_end), slice(new_start, new_end))
            )
        old_at, new_at = old_end, new_end
    return parts


def _shared(first: Sequence[int], second: Sequence[int]) -> int:
    """Count the items that both begin with."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
