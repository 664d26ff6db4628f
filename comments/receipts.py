"""Mails a writer the link to what was written, at the address that was given."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from comments import following, mails, tokens
from comments.models import Comment
from comments.tokens import Purpose

# Anybody can type anybody's address: it gets no more than this until it is confirmed.
UNCONFIRMED_A_DAY = 3


@task(backend="background")
def send(comment_id: int, language: str) -> None:
    """Mail the link; it says nothing of the text, which others could have written."""
    comment = Comment.objects.filter(pk=comment_id).first()
    if comment is None or not comment.user_email or _is_flooded(comment):
        return
    with translation.override(language):
        page = comment.content_object
        token = tokens.make(Purpose.MAILED, comment)
        context = {
            "address": mails.absolute(reverse("comments:mine", args=[token])),
            "follows": following.state_of(comment),
            "page": page,
        }
        subject = _("Your comment on “%(title)s”") % {"title": page.title}
        mails.send(subject, "receipt", context, comment.user_email)


def _is_flooded(comment: Comment) -> bool:
    day_ago = timezone.now() - timedelta(days=1)
    others = Comment.objects.filter(
        user_email__iexact=comment.user_email, submit_date__gt=day_ago
    ).exclude(pk=comment.pk)
    confirmed = Comment.objects.filter(
        user_email__iexact=comment.user_email, email_confirmed_at__isnull=False
    )
    return others.count() >= UNCONFIRMED_A_DAY and not confirmed.exists()
