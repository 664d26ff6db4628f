"""What a moderator may decide about a comment; every door calls these."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from comments import redaction, telling
from comments.models import AnswerState, Comment, Kind, Risk, Status
from comments.signals import comment_changed


class NotDecided(ValueError):
    """Nothing was changed; the message says why, in the moderator's words."""


class Overtaken(NotDecided):
    """Somebody decided, or the writer changed the text, since it was last read."""


def fingerprint(comment: Comment) -> str:
    """Give what tells whether a comment is still as a moderator saw it."""
    read = "\0".join((comment.status, comment.user_name, comment.comment))
    return hashlib.sha256(read.encode()).hexdigest()[:16]


def approved_on(page):
    """Give the approved comments on a page, in thread order."""
    return page.comments.approved().order_by("thread_id", "order")


# A decision takes effect only on what was read: `seen` is the fingerprint of that, and
# of the comment as it was handed over where none is given.


@transaction.atomic
def approve(comment: Comment, by, *, seen: str = "") -> None:
    """Show a comment and settle what was reported; its replies stay as they were.

    Raises `NotDecided`, as all of these do, when its writer took it back, and
    `Overtaken` when it is no longer as it was seen.
    """
    _lock(comment, seen)
    was_shown = comment.status == Status.APPROVED
    settled = _settle(comment, by)
    if was_shown and not settled:
        return
    action = "kept" if was_shown else "approved"
    _change(comment, by, action, status=Status.APPROVED, reason="")


@transaction.atomic
def hold(comment: Comment, by, *, reason: str = "", seen: str = "") -> None:
    """Take a comment back into the queue; what was reported stays open."""
    _lock(comment, seen)
    _change(comment, by, "held", status=Status.HELD, reason=reason.strip())


@transaction.atomic
def reject(
    comment: Comment, by, *, reason: str, mail: bool = False, seen: str = ""
) -> None:
    """Keep a comment from readers and tell its writer why, by mail where wished."""
    reason = reason.strip()
    if not reason:
        raise NotDecided(_("Tell the writer why it is not shown."))
    _lock(comment, seen)
    _settle(comment, by)
    _change(comment, by, "rejected", status=Status.REJECTED, reason=reason)
    if mail and comment.user_email:
        key = comment.pk
        transaction.on_commit(lambda: telling.tell_rejected.enqueue(key))


@transaction.atomic
def mark_spam(comment: Comment, by, *, seen: str = "") -> None:
    """Put a comment away as spam."""
    _lock(comment, seen)
    _settle(comment, by)
    _change(comment, by, "spam", status=Status.SPAM, reason="")


@transaction.atomic
def redact(
    comment: Comment, spans: Iterable[redaction.Span], by, *, seen: str = ""
) -> None:
    """Take words out of a comment for good; a mark stands in their place."""
    _lock(comment, seen)
    done = redaction.redact(
        comment.comment, spans, comment.findings, mark=_("[removed]")
    )
    if done.text == comment.comment:
        raise NotDecided(_("These words are not in the text."))
    risk = max((finding["level"] for finding in done.findings), default=Risk.CALM)
    _change(
        comment,
        by,
        "redacted",
        comment=done.text,
        findings=list(done.findings),
        redacted_at=timezone.now(),
        risk=risk,
    )


@transaction.atomic
def mark_question(comment: Comment, by) -> None:
    """Treat the first comment of a thread as a question that waits for an answer."""
    _lock(comment)
    if not comment.is_root:
        raise NotDecided(_("Only the first comment of a thread can be a question."))
    if comment.kind != Kind.QUESTION:
        waits = AnswerState.WAITING
        _change(comment, by, "question", kind=Kind.QUESTION, answer_state=waits)


@transaction.atomic
def mark_comment(comment: Comment, by) -> None:
    """Treat a question as a comment that waits for nothing."""
    _lock(comment)
    if comment.kind != Kind.COMMENT:
        none = AnswerState.NONE
        _change(comment, by, "comment", kind=Kind.COMMENT, answer_state=none)


def close_thread(comment: Comment, by) -> None:
    """Take no more replies in the thread of a comment."""
    _set_closed(comment, by, closed=True)


def open_thread(comment: Comment, by) -> None:
    """Take replies again in the thread of a comment."""
    _set_closed(comment, by, closed=False)


@transaction.atomic
def _set_closed(comment: Comment, by, *, closed: bool) -> None:
    rows = Comment.objects.select_related(None).select_for_update()
    root = rows.get(pk=comment.thread_id)
    if root.closed != closed:
        _change(root, by, "closed" if closed else "opened", closed=closed)
    if comment.pk == root.pk:
        comment.closed = closed


def _lock(comment: Comment, seen: str = "") -> None:
    seen = seen or fingerprint(comment)
    rows = Comment.objects.select_for_update().filter(pk=comment.pk)
    if not rows.values_list("pk").first():
        raise Overtaken(_("This comment is no longer here."))
    comment.refresh_from_db()
    if comment.is_gone:
        raise NotDecided(_("Its writer took this comment back."))
    if fingerprint(comment) != seen:
        raise Overtaken(_overtaken(comment))


def _overtaken(comment: Comment) -> str:
    last = ModelLogEntry.objects.for_instance(comment).select_related("user").first()
    if last is None or last.action == "comments.edited":
        return _("Its writer changed the text meanwhile. Please read it again.")
    return _(
        "Somebody decided about this meanwhile: %(status)s, by %(user)s. "
        "Nothing was changed."
    ) % {
        "status": comment.get_status_display(),
        "user": last.user or _("the site itself"),
    }


def _settle(comment: Comment, by) -> int:
    return comment.reports.open().update(settled_at=timezone.now(), settled_by=by)


def _change(comment: Comment, by, action: str, /, **values: Any) -> None:
    for name, value in values.items():
        setattr(comment, name, value)
    comment.save(update_fields=list(values))
    reason = values.get("reason")
    log(
        instance=comment,
        action=f"comments.{action}",
        user=by,
        data={"reason": reason} if reason else None,
    )
    transaction.on_commit(
        lambda: comment_changed.send(
            Comment, page=comment.content_object, comment=comment
        )
    )
