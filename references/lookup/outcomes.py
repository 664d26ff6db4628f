"""What a look-up comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from references.records import Item


@dataclass(frozen=True)
class Found:
    """A record of the work that was asked for.

    `provenance` names the source of each of the item's fields. `source_id` is the
    address of the record, or of the page, that the main source has. `unanswered` names
    sources that could have added to it but failed.
    """

    item: Item
    source: str
    source_id: str
    fetched_at: datetime
    provenance: Mapping[str, str] = field(default_factory=dict)
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotFound:
    """Every source that was asked answered that it knows no such work."""

    asked: tuple[str, ...]


@dataclass(frozen=True)
class Failed:
    """Whether there is such a work stays unknown; `reason` is for an editor to read.

    `source` names what failed, where a source did.
    """

    reason: str
    source: str = ""


Outcome = Found | NotFound | Failed


@dataclass(frozen=True)
class Candidate:
    """A work that a typed reference may mean: to be offered to a person, never taken.

    `score` is the likeness of the titles, from 0 to 1; `reasons` says in words what
    agrees.
    """

    found: Found
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Candidates:
    """What a typed reference may mean, the best first; none where nothing fits."""

    offered: tuple[Candidate, ...] = ()
