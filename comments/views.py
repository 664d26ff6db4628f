"""The reader's pages: write a comment, and be told what happens to it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from comments import writing
from comments.forms import CommentForm


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the form, and hold what is posted; 404 where no comment is taken."""
    page = get_object_or_404(Page.objects.live(), pk=page_id).specific
    if not getattr(page, "accepts_comments", False):
        raise Http404
    if request.method == "POST":
        form = CommentForm(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            try:
                writing.submit(
                    page=page,
                    name=data["name"],
                    email=data["email"],
                    text=data["text"],
                    reply_to=data["reply_to"],
                )
            except writing.NotAccepted as error:
                form.add_error(None, str(error))
            else:
                return redirect("comments:held", page_id=page.pk)
    else:
        form = CommentForm(initial={"reply_to": request.GET.get("reply_to")})
    status = 400 if form.errors else 200
    return render(
        request, "comments/write.html", {"form": form, "page": page}, status=status
    )


def held(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say that the comment is kept and that a person will read it."""
    page = get_object_or_404(Page.objects.live().public(), pk=page_id)
    return render(request, "comments/held.html", {"page": page})
