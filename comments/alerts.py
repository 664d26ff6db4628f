"""Tells moderators at once of a comment whose writer may be in danger."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from comments import mails
from comments.models import Comment, Risk, Status


@task(backend="background")
def send(comment_id: int) -> None:
    """Mail everybody who moderates, each on their own, while the comment is held.

    The mail says where to look and nothing that the writer wrote.
    """
    comment = Comment.objects.filter(pk=comment_id, status=Status.HELD).first()
    if comment is None:
        return
    subject = (
        _("Urgent: a reader may be in danger")
        if comment.risk == Risk.URGENT
        else _("A reader’s comment is worrying")
    )
    path = reverse("comments_comment", args=[comment.pk])
    context = {"address": mails.absolute(path), "page": comment.content_object}
    for email in _moderators():
        mails.send(subject, "alert", context, email)


def _moderators() -> list[str]:
    users = get_user_model().objects.with_perm(
        "comments.moderate_comment",
        backend="django.contrib.auth.backends.ModelBackend",
        include_superusers=False,
    )
    return sorted(set(users.exclude(email="").values_list("email", flat=True)))
