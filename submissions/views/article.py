"""A published article as its authors see it: reads, questions, and what to change."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from blog import reads
from comments import answer_requests
from submissions import keeping, proposals
from submissions.access import guest_required
from submissions.forms import ProposalForm
from submissions.models import Guest, State, Submission
from submissions.states import NotPossible


@require_http_methods(["GET", "HEAD", "POST"])
@guest_required
def article(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Show what became of an article, and take what its author wishes to be changed."""
    submission = _published(guest, pk)
    name = f"article-{pk}"
    if request.method != "POST":
        unsent = keeping.kept(guest, name)
        return _show(request, guest, submission, initial=unsent and unsent.dict())
    keeping.keep(guest, name, request.POST)
    form = ProposalForm(request.POST)
    if form.is_valid():
        try:
            proposals.propose(submission, form.cleaned_data["text"], by=guest)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            keeping.forget(guest, name)
            return redirect("contribute:article", pk=pk)
    return _show(request, guest, submission, form=form)


def _published(guest: Guest, pk: int) -> Submission:
    submissions = Submission.objects.of(guest).select_related("page")
    return get_object_or_404(submissions, pk=pk, state=State.PUBLISHED)


def _show(
    request: HttpRequest,
    guest: Guest,
    submission: Submission,
    *,
    form: ProposalForm | None = None,
    initial: dict[str, Any] | None = None,
) -> HttpResponse:
    page = submission.page
    if page is None:
        raise Http404
    waiting = answer_requests.waiting_for(guest.author, page) if guest.author else []
    context = {
        "form": form or ProposalForm(initial=initial),
        "guest": guest,
        "page": page,
        "proposals": list(submission.proposals.filter(guest=guest)),
        "questions": [
            (asked.question, reverse("comments:answer", args=[token]))
            for asked, token in waiting
        ],
        "reads": reads.of(page),
        "stamp": keeping.stamp(guest, f"article-{submission.pk}"),
        "submission": submission,
    }
    status = 400 if form else 200
    return render(request, "submissions/article.html", context, status=status)
