"""How the form was filled in: by a person, or faster and fuller than people do."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from comments.checks.context import Context
from comments.checks.finding import Finding, Level, about_all

FASTEST = 4
SLOWEST = 24 * 60 * 60


def check(context: Context) -> Iterator[Finding]:
    """Find a filled trap, and a form sent too soon or too late."""
    if context.trap:
        reason = _("A field was filled in that people do not see.")
        yield about_all("form.trap", Level.LOOK, reason)
    if context.seconds is None:
        return
    if context.seconds < FASTEST:
        reason = _("The form was sent faster than people write.")
        yield about_all("form.fast", Level.LOOK, reason)
    elif context.seconds > SLOWEST:
        reason = _("The form had been open for more than a day.")
        yield about_all("form.slow", Level.LOOK, reason)
