"""Review: signing a page off, and what readers are told about it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page

from editorial import readiness, review_dates, reviewers
from editorial.fingerprint import digests, fingerprint
from editorial.models.review_date import ReviewDate
from editorial.models.review_settings import ReviewSettings
from editorial.models.sign_off import SignOff
from editorial.months import months_after
from editorial.review_form import SignOffForm


class ReviewState(models.TextChoices):
    """What a page may say about its review."""

    UNREVIEWED = "unreviewed", _("Not reviewed")
    REVIEWED = "reviewed", _("Reviewed")
    EDITED = "edited", _("Edited since review")


@dataclass(frozen=True)
class ReviewLine:
    """What a page says about its review.

    `sign_off` is the one that holds, or, when the page was edited since, the last one.
    `review_due` is the day of the next review, also where it was brought forward.
    """

    state: ReviewState
    sign_off: SignOff | None = None
    review_due: date | None = None

    @property
    def is_reviewed(self) -> bool:
        """Whether what readers see now was signed."""
        return self.state == ReviewState.REVIEWED

    @property
    def signed_at(self) -> datetime | None:
        """When the reviewer signed."""
        return self.sign_off.signed_at if self.sign_off else None

    def is_overdue(self, on: date) -> bool:
        """Whether the next review should have been done by this day."""
        return self.review_due is not None and self.review_due < on


@transaction.atomic
def sign_off(page: Page, *, by, answers: dict[str, Any]) -> SignOff:
    """Sign the newest draft of a page.

    Raises `PermissionDenied`, in words, when this user may not sign it, when it is not
    ready for review, or when `answers` lack a line of `SignOffForm`.
    """
    draft = page.get_latest_revision_as_object()
    draft.keep_disclosures()
    if reason := reviewers.why_not(draft, by):
        raise PermissionDenied(reason)
    readiness.check(draft)
    form = SignOffForm(answers)
    if not form.is_valid():
        raise PermissionDenied(form.errors.as_text())
    checked = [line for line in form.lines() if form.cleaned_data[line]]
    return record(
        draft,
        reviewer=by,
        checked=checked,
        remarks=form.cleaned_data["comment"],
        at=timezone.now(),
    )


@transaction.atomic
def record(
    page: Page, *, reviewer, checked: list[str], at: datetime, remarks: str = ""
) -> SignOff:
    """Store that somebody signed this state of a page, here or elsewhere."""
    parts = digests(page.reviewed_content())
    signed = SignOff.objects.create(
        page_id=page.pk,
        reviewer=reviewer,
        reviewer_name=reviewers.name(reviewer),
        revision=page.latest_revision,
        fingerprint=fingerprint(parts),
        digests=parts,
        checked=checked,
        remarks=remarks,
        signed_at=at,
        review_due=_due(page, timezone.localdate(at)),
    )
    review_dates.set_due(signed, page)
    log(
        instance=page,
        action="editorial.signed_off",
        user=reviewer,
        revision=page.latest_revision,
        data={"reviewer": signed.reviewer_name, "due": signed.review_due.isoformat()},
    )
    return signed


def line(page: Page, mark: str) -> ReviewLine:
    """Give what a page with the fingerprint `mark` says, in one query."""
    covered = models.Q(fingerprint=mark) | models.Q(kept_by__fingerprint=mark)
    signed = SignOff.objects.filter(page_id=page.alias_of_id or page.pk)
    due = ReviewDate.objects.filter(page=models.OuterRef("page"))
    found = list(
        signed.annotate(
            covers=models.Exists(signed.filter(covered, pk=models.OuterRef("pk"))),
            due_now=models.Subquery(due.values("due_on")),
        ).select_related("reviewer__author_page")
    )
    for each in found:
        if each.covers:
            return ReviewLine(ReviewState.REVIEWED, each, each.due_now)
    if found:
        return ReviewLine(ReviewState.EDITED, found[0], found[0].due_now)
    return ReviewLine(ReviewState.UNREVIEWED)


def is_signed(page: Page, mark: str) -> bool:
    """Whether a sign-off of a page holds for this fingerprint."""
    return line(page, mark).is_reviewed


def _due(page: Page, signed_on: date) -> date:
    site = page.get_site()
    settings = ReviewSettings.for_site(site) if site else ReviewSettings()
    return months_after(signed_on, settings.review_months)
