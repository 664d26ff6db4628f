"""Following by mail: ask for it, confirm it, leave."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from comments import following, tokens
from comments.forms import FollowForm
from comments.models import Comment, Commentable, Following
from comments.tokens import BadToken, Purpose


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_thread(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Take an address that wishes to follow the thread of a comment that shows."""
    comment = get_object_or_404(Comment.objects.approved(), id=comment_id)
    return _ask(request, comment, _page(int(comment.object_pk)))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take an address that wishes to follow all that is written on a page."""
    page = _page(page_id)
    return _ask(request, page, page)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm by a button, which no scanner of mails presses."""
    try:
        key = tokens.read(Purpose.FOLLOW, token, following.CONFIRM_WITHIN)
    except BadToken:
        key = 0
    found = Following.objects.filter(pk=key).first()
    if found is None:
        return render(request, "comments/bad_link.html", status=404)
    if request.method == "POST":
        following.confirm(found)
        return redirect("comments:follow", token)
    page = following.page_of(found)
    context = {"following": found, "page": page}
    return render(request, "comments/confirm_following.html", context)


# A mail program has neither cookie nor form (RFC 8058): the link itself is the proof.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Leave by one click in the mail program, or by the button on this page."""
    try:
        key = tokens.read(Purpose.LEAVE, token)
    except BadToken:
        return render(request, "comments/bad_link.html", status=404)
    if request.method == "POST":
        following.leave(key)
    context = {"is_left": not Following.objects.filter(pk=key).exists()}
    return render(request, "comments/leave.html", context)


def _page(page_id: int) -> Any:
    page = get_object_or_404(Page.objects.live().public(), pk=page_id).specific
    if not isinstance(page, Commentable):
        raise Http404
    return page


def _ask(request: HttpRequest, target: Any, page: Any) -> HttpResponse:
    form = FollowForm(request.POST or None)
    if form.is_valid():
        language = translation.get_language() or settings.LANGUAGE_CODE
        following.ask(target, form.cleaned_data["email"], language)
        return render(request, "comments/following_asked.html", {"page": page})
    context = {"form": form, "is_thread": target != page, "page": page}
    status = 400 if form.errors else 200
    return render(request, "comments/follow.html", context, status=status)
