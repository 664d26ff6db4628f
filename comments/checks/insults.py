"""Insults that are meant for somebody, lightly: a person reads each comment anyway."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from comments.checks import wording
from comments.checks.finding import Finding, Level

_PHRASES = wording.read(Path(__file__).parent / "phrases/insults.toml")
_MEANT = wording.any_of(_PHRASES["meant"])


def check(text: str) -> Iterator[Finding]:
    """Find insults that are meant for a person or a group."""
    reason = _("This may insult somebody.")
    for match in _MEANT.finditer(text):
        yield Finding("insult.meant", Level.LOOK, *match.span(), reason)
