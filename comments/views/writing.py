"""The page on which a comment is written, looked at and sent."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from comments import (
    addresses,
    closing,
    consent,
    crisis_help,
    tokens,
    triage,
    writing,
)
from comments.forms import CommentForm
from comments.models import Comment, Commentable, CommentSettings
from comments.tokens import Purpose


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the form, show how a comment will look, or keep it.

    404 where nobody could read it.
    """
    page = _page(page_id)
    if request.method != "POST":
        rules = CommentSettings.for_site(page.get_site())
        if not closing.is_open(page, rules):
            return render(request, "comments/closed.html", {"page": page}, status=404)
        parent = _approved(page, request.GET.get("reply_to", ""))
        form = CommentForm(
            page_id=page.pk,
            initial={
                "passage": request.GET.get("passage", "")[:500],
                "reply_to": parent.pk if parent else None,
            },
        )
        return _page_with(request, page, form, parent)
    form = CommentForm(request.POST, page_id=page.pk)
    status = 400
    if form.is_valid():
        if "preview" in request.POST:
            return _page_with(request, page, form, is_preview=True)
        comment, status = _keep(request, page, form)
        if comment:
            return redirect("comments:mine", tokens.make(Purpose.MINE, comment))
    return _page_with(request, page, form, status=status)


def _page(page_id: int) -> Any:
    page = get_object_or_404(Page.objects.live().public(), pk=page_id).specific
    if not isinstance(page, Commentable):
        raise Http404
    return page


def _approved(page: Any, key: str) -> Comment | None:
    if not key.isdecimal() or len(key) > 9:
        return None
    return page.comments.approved().filter(pk=int(key)).first()


def _keep(
    request: HttpRequest, page: Any, form: CommentForm
) -> tuple[Comment | None, int]:
    """Keep what a form holds, or put onto it why not; give the status of the answer."""
    data = form.cleaned_data
    try:
        comment = writing.submit(
            page=page,
            name=data["name"],
            email=data["email"],
            text=data["text"],
            reply_to=data["reply_to"],
            kind=data.get("kind", ""),
            passage=data["passage"],
            consent=str(consent.WORDING),
            follow=data["follow"],
            sending=form.sending(addresses.hashed(request)),
        )
    except writing.TooMany as error:
        form.add_error(None, str(error))
        return None, 429
    except writing.NotAccepted as error:
        form.add_error(None, str(error))
        return None, 400
    return comment, 302


def _page_with(
    request: HttpRequest,
    page: Any,
    form: CommentForm,
    parent: Comment | None = None,
    *,
    is_preview: bool = False,
    status: int = 200,
) -> HttpResponse:
    text = form["text"].value() or ""
    if form.is_bound:
        parent = _approved(page, form["reply_to"].value() or "")
    context = {
        "form": form,
        "help": triage.worries(text) and crisis_help.for_request(request, page),
        "is_preview": is_preview,
        "page": page,
        "parent": parent,
    }
    return render(request, "comments/write.html", context, status=status)
