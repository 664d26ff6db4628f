"""Requests for advice on the writer's own case, which are not answered here."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from comments.checks import wording
from comments.checks.finding import Finding, Level

_PHRASES = wording.read(Path(__file__).parent / "phrases/advice.toml")
_ASKED = wording.any_of(_PHRASES["asked"])


def check(text: str) -> Iterator[Finding]:
    """Find each place where a comment asks what the writer should do."""
    reason = _("This asks for advice on somebody’s own case.")
    for match in _ASKED.finditer(text):
        yield Finding("advice.asked", Level.LOOK, *match.span(), reason)
