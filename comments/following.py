"""Hearing by mail of what is new in a thread or on a page."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from comments import mails, tokens
from comments.models import Comment, Following, Status
from comments.tokens import Purpose

# How long a request to confirm is good, and the next one to the same address waits.
CONFIRM_WITHIN = timedelta(days=7)
ASK_AGAIN_AFTER = timedelta(days=1)


def note(comment: Comment, email: str, language: str) -> Following:
    """Note that an address wishes to follow the thread of a comment, unless it does."""
    following, _is_new = Following.objects.get_or_create(
        comment_id=comment.thread_id,
        email=email.lower(),
        defaults={"language": language},
    )
    return following


@transaction.atomic
def ask(target: Any, email: str, language: str) -> None:
    """Ask an address to confirm that it wishes to follow a thread, or a page.

    Who asks cannot see whether the address follows already.
    """
    place = (
        {"comment_id": target.thread_id}
        if isinstance(target, Comment)
        else {"page_id": target.pk}
    )
    following, is_new = Following.objects.get_or_create(
        **place, email=email.lower(), defaults={"language": language}
    )
    waited = timezone.now() - following.asked_at >= ASK_AGAIN_AFTER
    if is_new or (waited and not following.confirmed_at):
        Following.objects.filter(pk=following.pk).update(asked_at=timezone.now())
        transaction.on_commit(lambda: send_request.enqueue(following.pk))


def confirm(following: Following) -> None:
    """Write to this address from now on."""
    Following.objects.filter(pk=following.pk, confirmed_at=None).update(
        confirmed_at=timezone.now()
    )


def confirm_of(comment: Comment) -> None:
    """Confirm what a writer, whose address is known now, wished to follow."""
    waiting = Following.objects.filter(
        comment_id=comment.thread_id, email__iexact=comment.user_email
    )
    waiting.filter(confirmed_at=None).update(confirmed_at=timezone.now())


def leave(following_id: int) -> None:
    """Forget an address; leaving twice is the same as once."""
    Following.objects.filter(pk=following_id).delete()


def page_of(following: Following) -> Any:
    """Give the page that is followed, or that the thread is on."""
    if following.comment is None:
        return following.page
    return following.comment.content_object


def state_of(comment: Comment) -> Following | None:
    """Give what the writer of a comment wished to follow, if anything."""
    return Following.objects.filter(
        comment_id=comment.thread_id, email__iexact=comment.user_email
    ).first()


def announce(sender: type, *, page: Any, comment: Comment, **kwargs: Any) -> None:
    """Tell followers when a comment shows for the first time."""
    if comment.status != Status.APPROVED:
        return
    unknown = Comment.objects.filter(pk=comment.pk, announced_at=None)
    if unknown.update(announced_at=timezone.now()):
        tell.enqueue(comment.pk)


@task(backend="background")
def send_request(following_id: int) -> None:
    """Mail the link that confirms a following."""
    following = Following.objects.filter(pk=following_id, confirmed_at=None).first()
    if following is None:
        return
    page = page_of(following)
    with translation.override(following.language or None):
        address = reverse("comments:follow", args=[_token(Purpose.FOLLOW, following)])
        subject = _("Please confirm: hear of comments on “%(title)s”")
        context = {"address": mails.absolute(address), "page": page}
        mails.send(
            subject % {"title": page.title},
            "confirm_following",
            context,
            following.email,
        )


@task(backend="background")
def tell(comment_id: int) -> None:
    """Mail everybody who follows thread or page, each once; never the writer."""
    comment = Comment.objects.approved().filter(pk=comment_id).first()
    if comment is None:
        return
    page = comment.content_object
    followings = (
        Following.objects.confirmed()
        .filter(Q(comment_id=comment.thread_id) | Q(page_id=page.pk))
        .exclude(email__iexact=comment.user_email)
        .order_by("pk")
    )
    # Of two ways to hear of it, the thread's is the one to leave.
    by_address = {each.email: each for each in followings if each.page_id}
    by_address |= {each.email: each for each in followings if each.comment_id}
    for following in by_address.values():
        _tell(following, comment, page)


def _tell(following: Following, comment: Comment, page: Any) -> None:
    with translation.override(following.language or None):
        token = _token(Purpose.LEAVE, following)
        leaving = mails.absolute(reverse("comments:leave", args=[token]))
        context = {
            "address": mails.absolute(reverse("comments:permalink", args=[comment.pk])),
            "leave": leaving,
            "is_reply": not comment.is_root,
            "page": page,
        }
        subject = _("New on “%(title)s”") % {"title": page.title}
        # RFC 8058: one click in the mail program leaves.
        headers = {
            "List-Unsubscribe": f"<{leaving}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        mails.send(subject, "new_comment", context, following.email, headers)


def _token(purpose: Purpose, following: Following) -> str:
    return tokens.make(purpose, following)
