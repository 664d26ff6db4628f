"""The moderator's queue."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from comments import moderation
from comments.models import Comment, Status

DECISIONS = {
    "approve": moderation.approve,
    "reject": moderation.reject,
    "spam": moderation.mark_spam,
}
PAGE_SIZE = 50


def _check(request: HttpRequest) -> None:
    if not request.user.has_perm("comments.moderate_comment"):
        raise PermissionDenied


def queue(request: HttpRequest) -> HttpResponse:
    """List comments of one status, oldest first."""
    _check(request)
    status = request.GET.get("status", Status.HELD)
    if status not in Status.values:
        status = Status.HELD
    comments = (
        Comment.objects.filter(status=status)
        .order_by("submit_date")
        .prefetch_related("content_object")[:PAGE_SIZE]
    )
    context = {
        "comments": list(comments),
        "decisions": [
            ("approve", _("Approve")),
            ("reject", _("Reject")),
            ("spam", _("Spam")),
        ],
        "status": status,
        "statuses": Status.choices,
    }
    return TemplateResponse(request, "comments/admin/queue.html", context)


@require_POST
def decide(request: HttpRequest, comment_id: int, decision: str) -> HttpResponse:
    """Carry out one decision about one comment."""
    _check(request)
    comment = get_object_or_404(Comment, pk=comment_id)
    DECISIONS[decision](comment, by=request.user)
    messages.success(request, _("Done: %(comment)s") % {"comment": comment})
    return redirect("comments_queue")
