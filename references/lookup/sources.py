"""What every source of records has in common."""

from typing import Any, Protocol

from django.utils import timezone

from references.identifiers import Identifier
from references.lookup.outcomes import Found
from references.records import Item


class Source(Protocol):
    """A place that knows works by their identifiers."""

    @property
    def name(self) -> str:
        """What it is called, for editors and as provenance."""

    def find(self, identifier: Identifier) -> Found:
        """Give its record of a work; `NoSuchRecord` or `ServiceFailed` otherwise."""


def found(item: Item, source: str, source_id: str) -> Found:
    """Give what one source found, every field of it from that source."""
    return Found(
        item=item,
        source=source,
        source_id=source_id,
        fetched_at=timezone.now(),
        provenance=dict.fromkeys(item, source),
    )


def same_doi(one: Any, other: str) -> bool:
    """Whether two DOIs are one, in capitals or not."""
    return isinstance(one, str) and one.casefold() == other.casefold()
