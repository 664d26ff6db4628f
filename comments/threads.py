"""Builds threads from flat rows; knows nothing of the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol


class Row(Protocol):
    """What a comment must tell to find its place."""

    pk: int
    parent_id: int


@dataclass
class Node:
    """A comment and the replies below it."""

    comment: Row
    replies: list["Node"] = field(default_factory=list)


def build(rows: Iterable[Row]) -> list[Node]:
    """Nest rows under their parents, keeping their order.

    A reply whose parent is not among the rows is left out: it answers something
    that nobody can read.
    """
    nodes = {row.pk: Node(row) for row in rows}
    roots = []
    for pk, node in nodes.items():
        if node.comment.parent_id in (0, pk):
            roots.append(node)
        elif parent := nodes.get(node.comment.parent_id):
            parent.replies.append(node)
    return roots


def count(nodes: Iterable[Node]) -> int:
    """Count the comments in these threads, replies included."""
    return sum(1 + count(node.replies) for node in nodes)
