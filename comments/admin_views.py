"""The moderator's queue."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
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


def _status(asked: str | None) -> str:
    return asked if asked in Status.values else Status.HELD


def _address(status: str) -> str:
    return f"{reverse('comments_queue')}?{urlencode({'status': status})}"


def queue(request: HttpRequest) -> HttpResponse:
    """List comments of one status, oldest first, a page at a time."""
    _check(request)
    status = _status(request.GET.get("status"))
    comments = (
        Comment.objects.filter(status=status)
        .order_by("submit_date", "pk")
        .prefetch_related("content_object")
    )
    paginator = Paginator(comments, PAGE_SIZE)
    page = paginator.get_page(request.GET.get("p"))
    counted = Comment.objects.order_by().values_list("status").annotate(Count("pk"))
    counts = dict(counted)
    context = {
        "breadcrumbs_items": [{"url": "", "label": _("Reader comments")}],
        "comments": page,
        "decisions": [
            ("approve", _("Approve"), "button"),
            ("reject", _("Reject"), "button button-secondary"),
            ("spam", _("Spam"), "button button-secondary no"),
        ],
        "elided_page_range": paginator.get_elided_page_range(page.number),
        "header_icon": "comment",
        "header_title": _("Reader comments"),
        "status": status,
        "statuses": [
            {
                "address": _address(value),
                "count": counts.get(value, 0),
                "is_current": value == status,
                "label": label,
            }
            for value, label in Status.choices
        ],
    }
    return TemplateResponse(request, "comments/admin/queue.html", context)


@require_POST
def decide(request: HttpRequest, comment_id: int, decision: str) -> HttpResponse:
    """Carry out one decision about one comment, and go back to where it was listed."""
    _check(request)
    comment = get_object_or_404(Comment, pk=comment_id)
    before = comment.status
    DECISIONS[decision](comment, by=request.user)
    messages.success(
        request,
        _("%(status)s: %(comment)s")
        % {"status": comment.get_status_display(), "comment": comment},
    )
    return redirect(_address(before))
