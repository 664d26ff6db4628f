"""What readers report about comments: it always reaches the moderators' queue."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import Comment, Report, ReportReason, Risk, Status

OF_ONE_READER = 10  # in an hour

# How soon a person should look, whatever the checks thought of the comment.
URGENCY = {
    ReportReason.PERSONAL_DATA: Risk.PRIVACY,
    ReportReason.DANGEROUS: Risk.WORRY,
    ReportReason.WORRYING: Risk.URGENT,
    ReportReason.UNLAWFUL: Risk.WORRY,
}


class NotReported(ValueError):
    """Nothing was kept; the message says why, in the reader's words."""


class TooMany(NotReported):
    """It could be taken at another time."""


@transaction.atomic
def report(
    comment: Comment, reason: str, *, detail: str = "", address_hash: str = ""
) -> Report:
    """Keep a reader's report about a comment that shows, and move it up the queue.

    Raises `NotReported` when the comment no longer shows, and `TooMany` when many
    reports came from one address within the hour.
    """
    rows = Comment.objects.select_for_update().filter(pk=comment.pk)
    if not rows.values_list("pk").first():
        raise NotReported(_("This comment is no longer shown."))
    comment.refresh_from_db()
    if comment.status != Status.APPROVED:
        raise NotReported(_("This comment is no longer shown."))
    hour_ago = timezone.now() - timedelta(hours=1)
    made = Report.objects.filter(address_hash=address_hash, made_at__gt=hour_ago)
    if address_hash and made.count() >= OF_ONE_READER:
        raise TooMany(
            _("Many reports came from here. Please send it again in an hour.")
        )
    risk = URGENCY.get(ReportReason(reason), Risk.LOOK)
    if risk > comment.risk:
        comment.risk = risk
        comment.save(update_fields=["risk"])
    return Report.objects.create(
        comment=comment,
        reason=reason,
        detail=detail.strip(),
        address_hash=address_hash,
    )
