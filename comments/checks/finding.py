"""What a check finds in a comment, and how soon a person should see it."""

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How soon a person should look: comments are queued by the highest of these."""

    CALM = 0
    LOOK = 1
    PRIVACY = 2
    WORRY = 3
    URGENT = 4


@dataclass(frozen=True)
class Finding:
    """Why a person should look, in words for writer and moderator.

    `start` and `end` are offsets in the text as it was written; both are 0 where the
    finding is about the whole comment. `check` is the rule's name, such as
    "personal.phone"; what stands before the point is its subject.
    """

    check: str
    level: Level
    start: int
    end: int
    reason: str


def about_all(check: str, level: Level, reason: str) -> Finding:
    """Give a finding about the whole comment."""
    return Finding(check, level, 0, 0, reason)
