"""Saying, wherever a source is printed, what became of it.

Pages for readers include `components/standing.html`, which adds the link to the notice.
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from references.models import Reference, StandingState


def words(reference: Reference) -> str:
    """Give the standing and since when, such as "Retracted (1 March 2024)".

    Nothing is said of a source that stands.
    """
    if reference.standing == StandingState.CURRENT:
        return ""
    state, day = reference.get_standing_display(), reference.notice_day
    return _("%(state)s (%(day)s)") % {"state": state, "day": day} if day else state


def marked(reference: Reference) -> SafeString:
    """Give the source as articles print it, with those words."""
    if not (said := words(reference)):
        return reference.html
    return format_html(
        '{} <strong class="standing standing--{}">{}</strong>',
        reference.html,
        reference.standing,
        said,
    )
