"""What the pages that use the library are about, as their app tells it.

The library stands below the articles and knows nothing of their topics: the app of the
articles says at start how to ask for them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

Choices = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Topics:
    """How to ask: `choices` gives slugs and names, `pages` what is published on one.

    Both give what every reader may see, and nothing else.
    """

    choices: Callable[[], Choices]
    pages: Callable[[str], QuerySet]


_registered: list[Topics] = []


def register(topics: Topics) -> None:
    """Add the topics of one app; called in its `ready()`."""
    _registered.append(topics)


def choices() -> list[tuple[str, str]]:
    """Give the slug and the name of every topic."""
    return [choice for topics in _registered for choice in topics.choices()]


def pages(slug: str) -> list[int]:
    """Give the keys of the published pages on a topic."""
    return [
        key
        for topics in _registered
        for key in topics.pages(slug).values_list("pk", flat=True)
    ]
