"""What may be done with a comment: submit, approve, reject, mark as spam."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from comments.models import Comment, Status

MAX_LEVEL = 4


class NotAccepted(ValueError):
    """This comment cannot be taken; the message says why, in the writer's words."""


@transaction.atomic
def submit(
    *, page, name: str, text: str, email: str = "", reply_to: int | None = None
) -> Comment:
    """Store a comment on a page as held and return it.

    Raises `NotAccepted` when the page takes no comments or `reply_to` is not an
    approved comment on it; then nothing is stored.
    """
    # Serialises writers to one page: xtd numbers threads without a lock.
    Page.objects.select_for_update().get(pk=page.pk)
    if not page.accepts_comments:
        raise NotAccepted(_("This page takes no comments."))
    parent_id = 0
    if reply_to is not None:
        parent = approved_on(page).filter(pk=reply_to).first()
        if parent is None:
            raise NotAccepted(_("The comment that you answer is no longer here."))
        # The deepest level answers beside, not below.
        parent_id = parent.parent_id if parent.level >= MAX_LEVEL else parent.pk
    return Comment.objects.create(
        content_type=ContentType.objects.get_for_model(page),
        object_pk=str(page.pk),
        site_id=1,
        user_name=name,
        user_email=email,
        comment=text,
        submit_date=timezone.now(),
        parent_id=parent_id,
        is_public=False,
        status=Status.HELD,
    )


def approved_on(page):
    """Give the approved comments on a page, in thread order."""
    return page.comments.filter(status=Status.APPROVED).order_by("thread_id", "order")


def approve(comment: Comment, by) -> None:
    """Show a comment. Its replies stay as they were."""
    _set_status(comment, Status.APPROVED, by)


def reject(comment: Comment, by) -> None:
    """Keep a comment from readers."""
    _set_status(comment, Status.REJECTED, by)


def mark_spam(comment: Comment, by) -> None:
    """Put a comment away as spam."""
    _set_status(comment, Status.SPAM, by)


@transaction.atomic
def _set_status(comment: Comment, status: Status, by) -> None:
    comment.status = status
    comment.is_public = status == Status.APPROVED
    comment.save(update_fields=["status", "is_public"])
    log(instance=comment, action=f"comments.{status}", user=by)
