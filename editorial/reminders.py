"""Reminding people, each by one mail a day, of what is due."""

from datetime import date, timedelta

from django.db import transaction

from authors import icmje
from authors.models import Disclosure
from editorial.letters import Letters
from editorial.models.review_date import ReviewDate
from editorial.review_dates import DAYS_BEFORE, step_due

ASK_AGAIN_BEFORE = timedelta(days=30)


@transaction.atomic
def send(today: date) -> int:
    """Send what was not sent before, and give to how many people.

    Rows are locked until the steps are stored: of two runs, one finds nothing to send.
    """
    letters = Letters(today)
    for due in _soon_due(today):
        if step := step_due(due.due_on, today, due.last_step):
            letters.about_page(due, step)
    for disclosure in _soon_outdated(today):
        letters.about_disclosure(disclosure)
    return letters.post()


def _soon_due(today: date):
    return (
        ReviewDate.objects.of_published()
        .due_by(today + timedelta(days=max(DAYS_BEFORE)))
        .select_related("page", "responsible")
        .select_for_update(of=("self",))
    )


def _soon_outdated(today: date):
    """Give the newest disclosures of published authors whose year is nearly over."""
    oldest = icmje.outdated_since(today + ASK_AGAIN_BEFORE)
    return (
        Disclosure.objects.latest_per_author()
        .filter(author__live=True, declared_on__lte=oldest, reminder=None)
        .select_related("author__user")
        .order_by("declared_on", "pk")
    )
