"""Numbers for citations: the citation-sequence system of AMA and NLM.

Sources are numbered by their first use (AMA Manual of Style, 11th edition, 3.6; Citing
Medicine, Appendix G), one number each however often they are cited.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

# A range of two is written "1,2" (AMA Manual of Style, 3.6).
_SHORTEST_RANGE = 3


@dataclass(frozen=True)
class Mark:
    """One citation of a source, with the place in it, such as "page 12"."""

    reference: int
    locator: str = ""


Cluster = Sequence[Mark]


@dataclass(frozen=True)
class Run:
    """Consecutive numbers that are printed as one: `first` to `last`."""

    first: int
    last: int
    locator: str = ""

    @property
    def numbers(self) -> range:
        """The numbers that the run stands for."""
        return range(self.first, self.last + 1)


def number(clusters: Iterable[Cluster], known: Collection[int]) -> dict[int, int]:
    """Give each known source its number, from 1 by first use, in that order."""
    numbers: dict[int, int] = {}
    for cluster in clusters:
        for mark in cluster:
            if mark.reference in known:
                numbers.setdefault(mark.reference, len(numbers) + 1)
    return numbers


def runs(
    cluster: Cluster, numbers: Mapping[int, int], alone: Collection[int] = ()
) -> list[Run]:
    """Give what is printed where several sources are cited at one place.

    Numbers ascend, each once; three or more in a row become a range, such as 1–3,5. A
    number with a place in its source stands alone, and so do those that are named as
    `alone`. Sources without a number are left out.
    """
    cited = {
        (numbers[mark.reference], mark.locator)
        for mark in cluster
        if mark.reference in numbers
    }
    located = {value for value, locator in cited if locator}
    found: list[Run] = []
    for value, locator in sorted(cited):
        if not locator and value in located:
            continue
        before = found[-1] if found else None
        joins = before is not None and before.last == value - 1
        apart = locator or value in alone or value - 1 in alone
        if joins and before and not apart and not before.locator:
            found[-1] = Run(before.first, value)
        else:
            found.append(Run(value, value, locator))
    return [part for run in found for part in _unfolded(run)]


def _unfolded(run: Run) -> list[Run]:
    if run.last - run.first + 1 >= _SHORTEST_RANGE or run.first == run.last:
        return [run]
    return [Run(value, value) for value in run.numbers]
