"""All checks over one comment."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comments.checks import (
    advice,
    clinicians,
    distress,
    form,
    insults,
    links,
    personal,
    rate,
    repetition,
    spam,
)
from comments.checks.context import Context
from comments.checks.finding import Finding, Level
from comments.checks.plain import plain


def findings(text: str, *, context: Context | None = None) -> tuple[Finding, ...]:
    """Give why a person should look at a comment, the gravest first.

    Places are offsets in the text as it is given; reasons are in the active language.
    """
    context = context or Context()
    readable = plain(text)
    found = []
    for each in _checks(readable.text, context):
        start, end = readable.written(each.start, each.end)
        found.append(replace(each, start=start, end=end))
    return tuple(sorted(found, key=lambda it: (-it.level, it.start, it.end, it.check)))


def risk(found: Iterable[Finding]) -> int:
    """Give the place in the queue: the highest level of the findings, 0 without any."""
    return int(max((each.level for each in found), default=Level.CALM))


def _checks(text: str, context: Context) -> Iterator[Finding]:
    yield from distress.check(text)
    yield from personal.check(text)
    yield from clinicians.check(text, context)
    yield from advice.check(text)
    yield from insults.check(text)
    yield from links.check(text, context)
    yield from spam.check(text)
    yield from repetition.check(text, context)
    yield from form.check(context)
    yield from rate.check(context)
