"""Puts flat rows into threads, in an order, on pages; knows nothing of the database."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Order(StrEnum):
    """Which threads come first."""

    OLDEST = "oldest"
    NEWEST = "newest"
    ANSWERED = "answered"


class Show(StrEnum):
    """Which threads are shown."""

    ALL = "all"
    QUESTIONS = "questions"
    ANSWERED = "answered"


class Row(NamedTuple):
    """What a comment must tell to find its place; its text is not needed.

    `leads` ranks an answer among the replies to a question, from 1; others have 0.
    """

    pk: int
    parent_id: int
    is_shown: bool
    is_question: bool = False
    is_answered: bool = False
    leads: int = 0
    is_closed: bool = False
    version: int | None = None
    version_date: date | None = None


class Place(NamedTuple):
    """A row in its thread: how deep it lies, what it answers, and where that began."""

    row: Row
    depth: int
    root: Row
    above: Row | None = None


@dataclass
class Node:
    """A row on a page with those below it.

    `is_beside` tells that it stands elsewhere than below what it answers.
    """

    place: Place
    is_beside: bool = False
    replies: list["Node"] = field(default_factory=list)


def ordered(rows: Iterable[Row], order: Order = Order.OLDEST) -> list[Place]:
    """Give what readers may see in the order in which they read it.

    A row that is not shown keeps its place as long as something below it is; what
    answers a row that is not among these is left out. Rows come as their threads
    grew; answers lead the replies to a question.
    """
    replies: dict[int, list[Row]] = defaultdict(list)
    roots = []
    for row in rows:
        if row.parent_id in (0, row.pk):
            roots.append(row)
        else:
            replies[row.parent_id].append(row)
    if order == Order.NEWEST:
        roots.reverse()
    elif order == Order.ANSWERED:
        roots.sort(key=lambda root: not root.is_answered)
    return [place for root in roots for place in _thread(root, replies)]


def chosen(places: Iterable[Place], show: Show) -> list[Place]:
    """Leave the threads that a reader wishes to see."""
    wished = _CHOSEN[show]
    return [place for place in places if wished(place.root)]


def nested(places: Sequence[Place], depth: int) -> list[Node]:
    """Nest neighbouring places, no deeper than `depth` levels below the first.

    Deeper ones stand beside what they answer, as do those whose parent is not among
    the places.
    """
    tops: list[Node] = []
    path: list[Node] = []
    for place in places:
        level = min(place.depth, depth)
        while path and (
            path[-1].place.root is not place.root
            or min(path[-1].place.depth, depth) >= level
        ):
            path.pop()
        above = path[-1] if path else None
        node = Node(place, is_beside=place.above is not (above and above.place.row))
        (above.replies if above else tops).append(node)
        path.append(node)
    return tops


def page_of(places: Sequence[Place], pk: int, size: int) -> int | None:
    """Give the number of the page on which a row stands, from 1."""
    for at, place in enumerate(places):
        if place.row.pk == pk:
            return at // size + 1
    return None


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Give nodes and all below them, in reading order."""
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.replies[::-1]


_CHOSEN: dict[Show, Callable[[Row], bool]] = {
    Show.ALL: lambda root: True,
    Show.QUESTIONS: lambda root: root.is_question,
    Show.ANSWERED: lambda root: root.is_question and root.is_answered,
}


def _thread(root: Row, replies: Mapping[int, Sequence[Row]]) -> list[Place]:
    # Neither this nor what uses it calls itself: a thread may be of any depth.
    found: list[Place] = []
    waiting = [Place(root, 0, root)]
    while waiting:
        place = waiting.pop()
        found.append(place)
        below = list(replies.get(place.row.pk, ()))
        if place.depth == 0 and root.is_question:
            below.sort(key=lambda row: (not row.leads, row.leads))
        depth = place.depth + 1
        waiting += [Place(row, depth, root, place.row) for row in below[::-1]]
    kept: set[int] = set()
    # From the last, so that what lies below is known first.
    for place in reversed(found):
        if place.row.is_shown or place.row.pk in kept:
            kept |= {place.row.pk, place.row.parent_id}
    return [place for place in found if place.row.pk in kept]
