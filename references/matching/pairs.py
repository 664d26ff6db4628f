"""Pairs of like records among many, without comparing each with each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from references.matching.features import Features, features
from references.matching.likeness import compare_features
from references.records import Item

_LARGEST_BLOCK = 40
_NEIGHBOURS = 10


@dataclass(frozen=True)
class Pair:
    """Two records of a sequence, by their indexes, and how alike they are."""

    first: int
    second: int
    score: float
    reasons: tuple[str, ...]
    certain: bool


@dataclass(frozen=True)
class Match:
    """A candidate, by its index, and how like it is to the record looked for."""

    index: int
    score: float
    reasons: tuple[str, ...]
    certain: bool


def duplicates(items: Sequence[Item]) -> list[Pair]:
    """Give the pairs of records that are, or may be, of one work, in their order.

    Only records that share an identifier, the begin or end of their titles, or author,
    year and place in a journal are compared, so that the time grows with their number.
    """
    read = [features(item) for item in items]
    pairs = []
    for first, second in sorted(_candidates(read)):
        if likeness := compare_features(read[first], read[second]):
            score, reasons, certain = likeness.score, likeness.reasons, likeness.certain
            pairs.append(Pair(first, second, score, reasons, certain))
    return pairs


def matches(item: Item, candidates: Iterable[Item]) -> list[Match]:
    """Give the candidates that are, or may be, of the same work, the best first."""
    wanted = features(item)
    found = []
    for index, candidate in enumerate(candidates):
        if likeness := compare_features(wanted, features(candidate)):
            score, reasons, certain = likeness.score, likeness.reasons, likeness.certain
            found.append(Match(index, score, reasons, certain))
    return sorted(found, key=lambda match: (not match.certain, -match.score))


def _candidates(read: Sequence[Features]) -> set[tuple[int, int]]:
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, each in enumerate(read):
        for key in _keys(each):
            blocks[key].append(index)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= _LARGEST_BLOCK:
            found.update(combinations(members, 2))
            continue
        ordered = sorted(members, key=lambda at: _order(read[at]))
        for at, first in enumerate(ordered):
            for second in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
                found.add((min(first, second), max(first, second)))
    return found


def _order(each: Features) -> tuple[str, str, int, str]:
    return each.title, each.author, each.year or 0, each.page


def _keys(each: Features) -> Iterator[tuple[str, ...]]:
    yield from each.identifiers.items()
    letters = each.title.replace(" ", "")
    if letters:
        yield "begin", letters[:20]
        yield "end", letters[-20:]
    if each.author and each.year:
        yield "author", each.author, str(each.year), each.page or letters[:5]
    if each.volume and each.page:
        yield "place", each.volume, each.page, each.author
