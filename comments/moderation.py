"""What a moderator may do with a comment: approve, reject, mark as spam."""

from django.db import transaction
from wagtail.log_actions import log

from comments.models import Comment, Status


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
    comment.save(update_fields=["status"])
    log(instance=comment, action=f"comments.{status}", user=by)
