"""The comments on an article on pages of their own, and where each comment is."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from comments import paging, reading
from comments.models import Comment


def listing(request: HttpRequest, page: Any) -> HttpResponse:
    """Show one page of the comments on an article, in the order that is asked for."""
    asked = paging.asked(request.GET)
    if asked is None:
        raise Http404
    try:
        section = reading.section(page, request, asked)
    except reading.NoSuchPage as error:
        raise Http404 from error
    context = {
        "page": page,
        "comments": section,
        "noindex": section.noindex or not asked.is_usual,
    }
    return TemplateResponse(request, "comments/listing.html", context)


@never_cache
@require_safe
def permalink(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Lead to where a comment is now, whatever was written and moved since."""
    comment = get_object_or_404(
        Comment.objects.select_related(None).only("object_pk"), id=comment_id
    )
    page = get_object_or_404(
        Page.objects.live().public(), pk=int(comment.object_pk)
    ).specific
    address = reading.address_of(comment, page, request)
    if not address:
        raise Http404
    return redirect(address)
