"""Telling a writer by mail why a comment is not shown."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django_tasks import task

from comments.models import Comment, Status


@task(backend="background")
def tell_rejected(comment_id: int) -> None:
    """Mail the reason, unless the comment was erased or decided anew meanwhile.

    Only the key waits in the queue of tasks: what is erased is gone from there too.
    """
    comment = Comment.objects.filter(pk=comment_id, status=Status.REJECTED).first()
    if comment is None or not comment.user_email:
        return
    page = comment.content_object
    subject = _("Your comment on “%(title)s” is not shown") % {"title": page.title}
    context = {"comment": comment, "page": page}
    body = render_to_string("comments/mail/rejected.txt", context).strip() + "\n"
    one_line = " ".join(subject.split())
    send_mail(one_line, body, settings.DEFAULT_FROM_EMAIL, [comment.user_email])
