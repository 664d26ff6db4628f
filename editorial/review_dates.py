"""When pages are due for review again, and what brings that day forward."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from editorial.letters import Letters
from editorial.models.review_date import BroughtForward, ReviewDate
from editorial.models.sign_off import SignOff

DAYS_BEFORE = (60, 14)


def newest_step(due_on: date, today: date) -> str:
    """Give the reminder that a day has come to: "60", "14", "overdue:1" and so on.

    Sixty and fourteen days before a page is due, and each week after; empty before.
    """
    left = (due_on - today).days
    if weeks := max(-left, 0) // 7:
        return f"overdue:{weeks}"
    return next((str(days) for days in sorted(DAYS_BEFORE) if left <= days), "")


def step_due(due_on: date, today: date, last_step: str) -> str | None:
    """Give the reminder to be sent on a day, if it was not sent before.

    Of several that were missed only the newest is due.
    """
    step = newest_step(due_on, today)
    return step if step and step != last_step else None


@transaction.atomic
def set_due(signed: SignOff, page: Page) -> None:
    """Let a sign-off set the day, which ends what brought the old one forward.

    An older one, signed elsewhere and recorded late, sets nothing.
    """
    if SignOff.objects.filter(page=page.pk, signed_at__gt=signed.signed_at).exists():
        return
    signed_on = timezone.localdate(signed.signed_at)
    ReviewDate.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "due_on": signed.review_due,
            "responsible": _responsible(page),
            "reason": "",
            "brought_forward_at": None,
            # Where the whole span is shorter than a reminder's, that one is left out.
            "last_step": newest_step(signed.review_due, signed_on),
            "reminded_on": None,
        },
    )


def bring_forward(page: Page, reason: BroughtForward) -> None:
    """Have a published page reviewed from today on, and tell who is responsible."""
    bring_all_forward([page], reason)


@transaction.atomic
def bring_all_forward(pages: Iterable[Page], reason: BroughtForward) -> None:
    """Do the same to several, with one mail to each person.

    What waits for a review for such a reason already goes on waiting for the first.
    """
    today = timezone.localdate()
    letters = Letters(today)
    for page in pages:
        due = _brought_forward(page, reason, today)
        if due is not None:
            letters.about_page(due, newest_step(due.due_on, today))
    letters.post()


def _brought_forward(
    page: Page, reason: BroughtForward, today: date
) -> ReviewDate | None:
    # An alias shows what its source says, and is reviewed with it.
    if not page.live or page.alias_of_id:
        return None
    due, _ = ReviewDate.objects.select_for_update().get_or_create(
        page_id=page.pk, defaults={"due_on": today, "responsible": page.owner}
    )
    if due.is_brought_forward:
        return None
    due.due_on = min(due.due_on, today)
    due.reason = reason
    due.brought_forward_at = timezone.now()
    due.save(update_fields=["due_on", "reason", "brought_forward_at"])
    log(
        instance=page,
        action="editorial.review_brought_forward",
        data={"reason": reason},
    )
    return due


def _responsible(page: Page):
    """Give who submitted a page to its review, or else who owns it."""
    state = page.current_workflow_state
    return (state.requested_by if state else None) or page.owner
