"""What a writer may do with a comment: submit, change, take back, confirm an address.

Whatever a machine finds, a text is kept and a person decides.
"""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from comments import alerts, closing, following, limits, moderation, receipts, triage
from comments.models import (
    Comment,
    CommentSettings,
    Kind,
    Risk,
    ShowAtOnce,
    Status,
)
from comments.signals import comment_changed
from comments.triage import Sending


class NotAccepted(ValueError):
    """This cannot be taken; the message says why, in the writer's words."""


class TooMany(NotAccepted):
    """It could be taken at another time."""


@transaction.atomic
def submit(
    *,
    page: Any,
    name: str,
    text: str,
    email: str = "",
    reply_to: int | None = None,
    kind: str = Kind.COMMENT,
    passage: str = "",
    consent: str = "",
    follow: bool = False,
    sending: Sending | None = None,
) -> Comment:
    """Store a comment on a page as held and return it.

    Raises `NotAccepted` when the page takes no comments or `reply_to` is not an
    approved comment in an open thread on it; then nothing is stored.
    """
    sending = sending or Sending()
    # Serialises writers to one page: xtd numbers threads without a lock.
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    if not closing.is_open(page, CommentSettings.for_site(page.get_site())):
        raise NotAccepted(_("This page takes no comments."))
    if limits.reached(page, sending.address_hash):
        raise TooMany(
            _("Many comments came in within the hour. Please send it again later.")
        )
    parent = _parent(page, reply_to) if reply_to is not None else None
    seen = triage.examine(text, page=page, sending=sending)
    version, version_date = page.comment_version()
    now = timezone.now()
    comment = Comment.objects.create(
        content_type=ContentType.objects.get_for_model(page),
        object_pk=str(page.pk),
        site_id=settings.SITE_ID,
        user_name=name,
        user_email=email,
        comment=text,
        submit_date=now,
        parent_id=_answered(parent),
        status=Status.HELD,
        status_at=now,
        kind=Kind.COMMENT if parent else kind,
        passage=passage,
        version=version,
        version_date=version_date,
        findings=seen.findings,
        risk=seen.risk,
        consent_text=consent,
        consented_at=now if consent else None,
        address_hash=sending.address_hash,
        address_hashed_at=now if sending.address_hash else None,
    )
    if email:
        language = translation.get_language() or settings.LANGUAGE_CODE
        if follow:
            following.note(comment, email, language)
        transaction.on_commit(lambda: receipts.send.enqueue(comment.pk, language))
    _alert(comment)
    return comment


@transaction.atomic
def edit(comment: Comment, *, name: str, text: str, passage: str = "") -> None:
    """Change a comment, which is held again until a person has read it.

    Raises `NotAccepted` when it was erased.
    """
    was_shown = _lock(comment) == Status.APPROVED
    seen = triage.examine(
        text, page=comment.content_object, sending=Sending(), but=comment.pk
    )
    _change(
        comment,
        "edited",
        was_shown=was_shown,
        status=Status.HELD,
        reason="",
        user_name=name,
        comment=text,
        passage=passage,
        findings=seen.findings,
        risk=seen.risk,
        edited_at=timezone.now(),
        redacted_at=None,
    )
    _alert(comment)


@transaction.atomic
def withdraw(comment: Comment) -> None:
    """Take a comment back; replies to it stay, and it can be sent again.

    Raises `NotAccepted` when it was erased.
    """
    before = _lock(comment)
    if before != Status.WITHDRAWN:
        was_shown = before == Status.APPROVED
        _change(comment, "withdrawn", was_shown=was_shown, status=Status.WITHDRAWN)


@transaction.atomic
def confirm_address(comment: Comment) -> None:
    """Take the e-mail for the writer's own: its mail was received.

    What the writer wished to follow is followed, and a calm comment of a trusted
    writer shows. Raises `NotAccepted` when it was erased.
    """
    _lock(comment)
    if not comment.email_confirmed_at:
        comment.email_confirmed_at = timezone.now()
        comment.save(update_fields=["email_confirmed_at"])
    following.confirm_of(comment)
    if comment.status == Status.HELD and not comment.reason and _is_trusted(comment):
        moderation.approve(comment, by=None)


def _parent(page: Any, key: int) -> Comment:
    parent = page.comments.approved().filter(pk=key).first()
    if parent is None:
        raise NotAccepted(_("The comment that you answer is no longer here."))
    if page.comments.filter(pk=parent.thread_id, closed=True).exists():
        raise NotAccepted(_("This thread takes no more replies."))
    return parent


def _answered(parent: Comment | None) -> int:
    if parent is None:
        return 0
    # The deepest level answers beside, not below.
    deepest = parent.level >= settings.COMMENTS_XTD_MAX_THREAD_LEVEL
    return parent.parent_id if deepest else parent.pk


def _lock(comment: Comment) -> str:
    # By key alone: the rows that the manager joins cannot be locked everywhere.
    list(Comment.objects.select_for_update().filter(pk=comment.pk).values_list("pk"))
    comment.refresh_from_db()
    if comment.status == Status.ERASED:
        raise NotAccepted(_("This comment was erased."))
    return comment.status


def _is_trusted(comment: Comment) -> bool:
    page = comment.content_object
    rules = CommentSettings.for_site(page.get_site())
    if rules.show_at_once != ShowAtOnce.TRUSTED or comment.risk != Risk.CALM:
        return False
    before = Comment.objects.approved().filter(
        user_email__iexact=comment.user_email, email_confirmed_at__isnull=False
    )
    return (
        closing.is_open(page, rules)
        and before.exclude(pk=comment.pk).count() >= rules.trusted_after
    )


def _change(
    comment: Comment, action: str, /, *, was_shown: bool, **values: Any
) -> None:
    for name, value in values.items():
        setattr(comment, name, value)
    comment.save(update_fields=list(values))
    log(instance=comment, action=f"comments.{action}")
    if was_shown:
        page = comment.content_object
        transaction.on_commit(
            lambda: comment_changed.send(Comment, page=page, comment=comment)
        )


def _alert(comment: Comment) -> None:
    if comment.worries:
        transaction.on_commit(lambda: alerts.send.enqueue(comment.pk))
