"""Addresses of computers on the internet, which can lead to a household."""

import re
from collections.abc import Iterator

from comments.checks.personal.found import Found, Kind
from comments.checks.personal.surroundings import is_cited

_FOUR = re.compile(r"(?<![\w.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w.])")


def find(text: str) -> Iterator[Found]:
    """Find addresses of four numbers; one of numbers under 20 is a chapter's or so."""
    for match in _FOUR.finditer(text):
        numbers = [int(part) for part in match.groups()]
        if (
            max(numbers) < 256
            and max(numbers) >= 20
            and not is_cited(text, match.start())
        ):
            yield Found(Kind.COMPUTER, *match.span())
