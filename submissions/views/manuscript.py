"""The manuscript: sent, read, looked at as a page, sent again."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from editorial.comparison import compare
from submissions import keeping, manuscripts, progress
from submissions.access import guest_required
from submissions.forms import ManuscriptForm
from submissions.models import Guest, Manuscript, State, Submission
from submissions.states import NotPossible
from submissions.views.state import own

SECONDS_BETWEEN_LOOKS = 3


@require_http_methods(["GET", "HEAD", "POST"])
@guest_required
def manuscript(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Show what became of the newest version, and take another."""
    submission = own(guest, pk)
    name = f"manuscript-{pk}"
    if request.method != "POST":
        unsent = keeping.kept(guest, name)
        form = ManuscriptForm(initial=unsent and unsent.dict())
        return _show(request, guest, submission, form)
    keeping.keep(guest, name, request.POST)
    form = ManuscriptForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            manuscripts.receive(submission, *form.manuscript)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            keeping.forget(guest, name)
            return redirect("contribute:manuscript", pk=pk)
    return _show(request, guest, submission, form, status=400)


@require_safe
@guest_required
def preview(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Show the newest version that could be read as the page that it will be."""
    newest = own(guest, pk).manuscripts.ready().select_related("revision").first()
    if newest is None or newest.revision is None:
        raise Http404
    return as_page(request, newest.revision.as_object())


def as_page(request: HttpRequest, page: Page) -> HttpResponse:
    """Show a version of an article as readers will see it."""
    response = page.serve_preview(request, page.default_preview_mode)
    response["X-Robots-Tag"] = "noindex"
    return response


def _show(
    request: HttpRequest,
    guest: Guest,
    submission: Submission,
    form: ManuscriptForm,
    status: int = 200,
) -> HttpResponse:
    newest = submission.manuscripts.first()
    context: dict[str, Any] = {
        "can_send": submission.state == State.DRAFTING,
        "form": form,
        "guest": guest,
        "manuscript": newest,
        "stamp": keeping.stamp(guest, f"manuscript-{submission.pk}"),
        "submission": submission,
    }
    if newest and newest.is_ready:
        context |= _read(newest)
        context["missing"] = progress.missing_from(submission)
    response = render(request, "submissions/manuscript.html", context, status=status)
    if newest and newest.is_waiting and status == 200:
        response["Refresh"] = str(SECONDS_BETWEEN_LOOKS)
    return response


def _read(newest: Manuscript) -> dict[str, Any]:
    """Give the report on a version, and what differs from the one before."""
    before = (
        newest.submission.manuscripts.ready().filter(number__lt=newest.number).first()
    )
    items = newest.report.get("items", [])
    return {
        "comparison": compare(before.text, newest.text) if before else None,
        "counts": newest.report.get("counts", {}),
        "notable": [row for row in items if row["outcome"] != "imported"],
        "references": [row for row in items if row["kind"] == "reference"],
        "words": sorted(newest.report.get("words", {}).items()),
    }
