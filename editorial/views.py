"""The reader's pages: ask for a source, and be told what happens then."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from editorial import limits, source_requests
from editorial.forms import SourceRequestForm
from editorial.quoting import quotable


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, page_id: int, block_id: str) -> HttpResponse:
    """Show the form for one passage of a page, and keep what is posted."""
    page = _page(page_id)
    sentences = quotable(page, {block_id}).get(block_id)
    if not sentences:
        context = {"page": page}
        return render(request, "editorial/passage_gone.html", context, status=404)
    form = SourceRequestForm(
        request.POST if request.method == "POST" else None,
        passage=f"{page_id}:{block_id}",
        sentences=sentences,
    )
    status = 200
    if form.is_bound:
        status = _keep(request, form, page, block_id)
        if not form.errors:
            return redirect("source_requests:kept", page_id=page.pk)
    context = {"block_id": block_id, "form": form, "page": page}
    return render(request, "editorial/ask.html", context, status=status)


@never_cache
@require_safe
def kept(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say that the request is kept, and where its outcome will stand."""
    return render(request, "editorial/kept.html", {"page": _page(page_id)})


def _page(page_id: int) -> Any:
    page = get_object_or_404(Page.objects.live(), pk=page_id).specific
    if not getattr(page, "accepts_source_requests", False):
        raise Http404
    return page


def _keep(
    request: HttpRequest, form: SourceRequestForm, page: Any, block_id: str
) -> int:
    """Keep what a form holds, or put onto it why not; give the status of the answer."""
    if not form.is_valid():
        return 400
    if not limits.within(request, page.pk):
        message = _("Many requests came from here. Please send it again in an hour.")
        form.add_error(None, message)
        return 429
    data = form.cleaned_data
    try:
        source_requests.ask(
            page=page,
            block_id=block_id,
            sentence=data["sentence"],
            note=data["note"],
            email=data["email"],
        )
    except source_requests.NotAccepted as error:
        form.add_error(None, str(error))
        return 400
    return 200
