"""All kinds of personal data in one text, without overlaps."""

import re
from collections.abc import Callable, Iterator

from comments.checks.finding import Finding, Level
from comments.checks.personal import (
    addresses,
    birth,
    cards,
    computers,
    email,
    identities,
    phones,
    records,
)
from comments.checks.personal.found import Found

# The surer ones first. All but an e-mail address have a digit.
_RULES: tuple[Callable[[str], Iterator[Found]], ...] = (
    cards.accounts,
    identities.named,
    records.find,
    birth.find,
    cards.cards,
    phones.told,
    identities.sure,
    phones.shaped,
    identities.likely,
    computers.find,
    addresses.find,
)
_DIGIT = re.compile(r"\d")


def find(text: str) -> list[Found]:
    """Give the personal data in a plain text, in order; no two overlap."""
    taken = bytearray(len(text))
    found: list[Found] = []
    for rule in (email.find, *(_RULES if _DIGIT.search(text) else ())):
        for each in rule(text):
            if not any(taken[each.start : each.end]):
                taken[each.start : each.end] = b"\1" * (each.end - each.start)
                found.append(each)
    return sorted(found, key=lambda each: each.start)


def check(text: str) -> Iterator[Finding]:
    """Find each piece of personal data."""
    for each in find(text):
        yield Finding(
            f"personal.{each.kind}",
            Level.PRIVACY,
            each.start,
            each.end,
            each.kind.reason,
        )
