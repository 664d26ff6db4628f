"""Whether more comments come from one place, or to one page, than people write."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from comments.checks.context import Context
from comments.checks.finding import Finding, Level, about_all

MOST_IN_TEN_MINUTES = 5
MOST_IN_A_DAY = 30
MOST_ON_PAGE_IN_AN_HOUR = 60


def check(context: Context) -> Iterator[Finding]:
    """Find that this comment is one more than usual."""
    sent = context.sent
    if (
        sent.by_address_in_ten_minutes >= MOST_IN_TEN_MINUTES
        or sent.by_address_in_a_day >= MOST_IN_A_DAY
    ):
        reason = _("Many comments came from the same place in a short time.")
        yield about_all("rate.address", Level.LOOK, reason)
    if sent.on_page_in_an_hour >= MOST_ON_PAGE_IN_AN_HOUR:
        reason = _("This page got very many comments within the hour.")
        yield about_all("rate.page", Level.LOOK, reason)
