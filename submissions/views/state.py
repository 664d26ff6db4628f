"""What a guest was asked to write: the list, and how far each of it is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from submissions import keeping, notes, progress, proofs, steps
from submissions.access import guest_required
from submissions.forms import NoteForm, ReasonForm
from submissions.models import Guest, Submission
from submissions.states import NotPossible


def own(guest: Guest, pk: int) -> Submission:
    """Give a submission of this guest; 404 for those of others."""
    submissions = guest.submissions.select_related("editor")
    return get_object_or_404(submissions, pk=pk)


@require_safe
@guest_required
def index(request: HttpRequest, guest: Guest) -> HttpResponse:
    """List what the guest was asked to write."""
    context = {
        "guest": guest,
        "submissions": list(guest.submissions.order_by("-created_at", "-pk")),
        "to_approve": list(Submission.objects.of(guest).exclude(guest=guest)),
    }
    return render(request, "submissions/index.html", context)


@require_safe
@guest_required
def submission(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Show how far one is, whose turn it is, and what was written about it."""
    return _show(request, guest, own(guest, pk))


@require_POST
@guest_required
def accept(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Say yes."""
    found = own(guest, pk)
    try:
        progress.accept(found, by=guest)
    except NotPossible as error:
        return _show(request, guest, found, problem=str(error))
    return redirect("contribute:submission", pk=pk)


@guest_required
def decline(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Ask whether the guest is sure, and why; then end it."""
    found = own(guest, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            progress.decline(found, by=guest, reason=form.cleaned_data["reason"])
        except NotPossible as error:
            return _show(request, guest, found, problem=str(error))
        return redirect("contribute:submission", pk=pk)
    context = {"form": form, "guest": guest, "submission": found}
    return render(request, "submissions/decline.html", context)


@require_POST
@guest_required
def submit(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Hand the manuscript to the editor."""
    found = own(guest, pk)
    try:
        progress.submit(found, by=guest)
    except NotPossible as error:
        return _show(request, guest, found, problem=str(error))
    return redirect("contribute:submission", pk=pk)


@require_POST
@guest_required
def write_note(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Keep a note to the editor."""
    found = own(guest, pk)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _show(request, guest, found, form=form)
    notes.write(found, form.cleaned_data["text"], by=guest)
    keeping.forget(guest, _note(found))
    return redirect("contribute:submission", pk=pk)


def _note(submission: Submission) -> str:
    return f"note-{submission.pk}"


def _show(
    request: HttpRequest,
    guest: Guest,
    submission: Submission,
    *,
    form: NoteForm | None = None,
    problem: str = "",
) -> HttpResponse:
    unsent = keeping.kept(guest, _note(submission))
    context = {
        "form": form or NoteForm(initial=unsent and unsent.dict()),
        "guest": guest,
        "notes": list(submission.notes.all()),
        "problem": problem,
        "proof": proofs.newest(submission),
        "stamp": keeping.stamp(guest, _note(submission)),
        "steps": steps.of(submission),
        "submission": submission,
    }
    status = 409 if problem else 400 if form else 200
    return render(request, "submissions/submission.html", context, status=status)
