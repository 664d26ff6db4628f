"""Sources that a text should not rest on, or that readers cannot open."""

from collections.abc import Iterator

from editorial.checklist.draft import Draft
from editorial.checklist.finding import Found


def retracted(draft: Draft) -> Iterator[Found]:
    """Find works whose findings were taken back, wholly or in part."""
    for source in draft.sources:
        if source.standing and source.is_retracted:
            yield Found(source.name, source.path, source.standing)


def questioned(draft: Draft) -> Iterator[Found]:
    """Find works about which an expression of concern was published."""
    for source in draft.sources:
        if source.standing and not source.is_retracted:
            yield Found(source.name, source.path, source.standing)


def dead(draft: Draft) -> Iterator[Found]:
    """Find sources whose address no longer answers."""
    for source in draft.sources:
        if source.is_dead:
            yield Found(source.name, source.path)
