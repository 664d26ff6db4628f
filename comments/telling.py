"""Telling a writer by mail why a comment is not shown."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from comments import mails, tokens
from comments.models import Comment, Status
from comments.tokens import Purpose


@task(backend="background")
def tell_rejected(comment_id: int) -> None:
    """Mail the reason, unless the comment was erased or decided anew meanwhile.

    Only the key waits in the queue of tasks: what is erased is gone from there too.
    """
    comment = Comment.objects.filter(pk=comment_id, status=Status.REJECTED).first()
    if comment is None or not comment.user_email:
        return
    page = comment.content_object
    token = tokens.make(Purpose.MAILED, comment)
    context = {
        "address": mails.absolute(reverse("comments:mine", args=[token])),
        "comment": comment,
        "page": page,
    }
    subject = _("Your comment on “%(title)s” is not shown") % {"title": page.title}
    mails.send(subject, "rejected", context, comment.user_email)
