"""Which passage of the new text stands for which of the old one."""

from bisect import bisect
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from editorial.comparison.passage import Kind
from editorial.comparison.reading import Text, Token
from editorial.comparison.sequences import Segment, segments

_ALIKE = 0.5  # of the words, for a passage to count as changed and not as another
_OTHER_KIND = 0.75  # how much of its likeness one of another kind keeps
_SAMPLE = 400  # words at the start of a passage that tell whether two are alike
_MOST_PAIRS = 40_000  # looked at; with more, only those at about the same place
_FEWEST_WORDS_MOVED = 4  # "Yes." here is not the "Yes." that stood there


@dataclass(frozen=True)
class Pair:
    """A passage before and after the change; one of both may be missing."""

    old: Text | None
    new: Text | None
    is_moved: bool = False


class Vocabulary:
    """Numbers for whatever is equal, which are compared faster."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}

    def number(self, value: object) -> int:
        """Give the number of a value."""
        return self._numbers.setdefault(value, len(self._numbers))

    def words(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        """Give the numbers of words, whatever the spaces before them."""
        numbers = self._numbers
        return tuple(
            [
                numbers.setdefault((part, text), len(numbers))
                for part, text, _space in tokens
            ]
        )


def align(old: Sequence[Text], new: Sequence[Text]) -> list[Pair]:
    """Give the passages of both texts in reading order, side by side.

    A passage that moved unchanged is given once, where it is now.
    """
    words, whole = Vocabulary(), Vocabulary()
    old_words = [words.words(text.tokens) for text in old]
    new_words = [words.words(text.tokens) for text in new]
    old_samples = list(map(_sample, old, old_words))
    new_samples = list(map(_sample, new, new_words))
    old_keys = [whole.number(it) for it in old_words]
    new_keys = [whole.number(it) for it in new_words]
    parts = segments(old_keys, new_keys)
    width = _width([part for part in parts if not part.is_same])
    places: list[tuple[int | None, int | None]] = []
    for part in parts:
        here, there = _range(part.old), _range(part.new)
        if part.is_same:
            places += zip(here, there, strict=True)
            continue
        alike = sorted(
            (-score, abs((i - here.start) - (j - there.start)), i, j)
            for i, j in _candidates(here, there, width)
            if (score := _likeness(old_samples[i], new_samples[j])) >= _ALIKE
        )
        chosen = _in_order((i, j) for _score, _distance, i, j in alike)
        places += _between(chosen, here, there)
    return _moved(places, old, new, old_keys, new_keys)


def _range(part: slice) -> range:
    return range(part.start, part.stop)


def _width(parts: Sequence[Segment]) -> int:
    """Tell how far from its place the like of a passage is looked for."""
    sizes = [(len(_range(part.old)), len(_range(part.new))) for part in parts]
    if sum(rows * columns for rows, columns in sizes) <= _MOST_PAIRS:
        return max((columns for _rows, columns in sizes), default=0)
    return max(1, _MOST_PAIRS // (2 * sum(rows for rows, _columns in sizes)))


def _candidates(here: range, there: range, width: int) -> Iterator[tuple[int, int]]:
    for row, i in enumerate(here):
        centre = row * len(there) // len(here)
        for j in there[max(0, centre - width) : centre + width + 1]:
            yield i, j


def _sample(text: Text, words: tuple[int, ...]) -> tuple[Kind, tuple[int, ...]]:
    return text.kind, words[:_SAMPLE]


def _likeness(
    old: tuple[Kind, tuple[int, ...]], new: tuple[Kind, tuple[int, ...]]
) -> float:
    (old_kind, old_words), (new_kind, new_words) = old, new
    weight = 1 if old_kind is new_kind else _OTHER_KIND
    short, long = sorted((len(old_words), len(new_words)))
    if 2 * short * weight < _ALIKE * (short + long):
        return 0.0
    return weight * Indel.normalized_similarity(old_words, new_words)


def _in_order(pairs: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Choose pairs, the first ones first, that do not cross each other."""
    chosen: list[tuple[int, int]] = []
    for i, j in pairs:
        at = bisect(chosen, (i, j))
        fits_before = not at or (chosen[at - 1][0] < i and chosen[at - 1][1] < j)
        fits_after = at == len(chosen) or (i < chosen[at][0] and j < chosen[at][1])
        if fits_before and fits_after:
            chosen.insert(at, (i, j))
    return chosen


def _between(
    chosen: Sequence[tuple[int, int]], here: range, there: range
) -> Iterator[tuple[int | None, int | None]]:
    i, j = here.start, there.start
    for old_at, new_at in chosen:
        yield from ((gone, None) for gone in range(i, old_at))
        yield from ((None, come) for come in range(j, new_at))
        yield old_at, new_at
        i, j = old_at + 1, new_at + 1
    yield from ((gone, None) for gone in range(i, here.stop))
    yield from ((None, come) for come in range(j, there.stop))


def _moved(
    places: Sequence[tuple[int | None, int | None]],
    old: Sequence[Text],
    new: Sequence[Text],
    old_keys: Sequence[int],
    new_keys: Sequence[int],
) -> list[Pair]:
    """Find what went from one place and came at another."""
    gone: dict[int, deque[int]] = defaultdict(deque)
    for i, j in places:
        if i is not None and j is None and len(old[i].tokens) >= _FEWEST_WORDS_MOVED:
            gone[old_keys[i]].append(i)
    origins: dict[int, int] = {
        j: gone[new_keys[j]].popleft()
        for i, j in places
        if i is None and j is not None and gone.get(new_keys[j])
    }
    elsewhere = set(origins.values())
    return [
        Pair(old[origins[j]], new[j], is_moved=True)
        if j in origins
        else Pair(None if i is None else old[i], None if j is None else new[j])
        for i, j in places
        if j is not None or i not in elsewhere
    ]
