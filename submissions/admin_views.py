"""The page of a submission in the admin, and what an editor does there."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from submissions import (
    approval,
    inviting,
    notes,
    progress,
    proofs,
    proposals,
    steps,
)
from submissions.forms import DueDateForm, LetterForm, NoteForm
from submissions.models import Submission
from submissions.states import NotPossible


@require_safe
def submission(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a submission is, and offer what may be done now."""
    return _show(request, _found(request, pk, "view"))


@require_POST
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Do what an editor chose, or say on the page why it cannot be done."""
    found = _found(request, pk, "change")
    done = _VERBS[verb](found, request.user, request.POST)
    if isinstance(done, dict):
        return _show(request, found, **done)
    messages.success(request, done)
    return redirect("submissions_submission", pk=pk)


def _found(request: HttpRequest, pk: int, action: str) -> Submission:
    if not request.user.has_perm(f"submissions.{action}_submission"):
        raise PermissionDenied
    submissions = Submission.objects.select_related("guest__author", "editor", "page")
    return get_object_or_404(submissions, pk=pk)


def _show(request: HttpRequest, submission: Submission, **forms: Any) -> HttpResponse:
    letter = submission.invitations.first()
    words = {"subject": letter.subject, "message": letter.message} if letter else None
    author = submission.guest.author
    context = {
        "author": author,
        "breadcrumbs_items": [
            {"url": reverse("submissions:index"), "label": _("Guest submissions")},
            {"url": "", "label": str(submission)},
        ],
        "can_decline": submission.state in progress.DECLINABLE,
        "can_give_back": submission.state in progress.RETURNABLE,
        "can_send_proof": submission.page and submission.state in proofs.OPEN,
        "can_withdraw": submission.state in inviting.WITHDRAWABLE,
        "credentials": list(author.credentials.all()) if author else [],
        "due_form": DueDateForm(initial={"due_on": submission.due_on}),
        "header_icon": "mail",
        "header_title": str(submission),
        "invitations": list(submission.invitations.select_related("sent_by")),
        "letter_form": LetterForm(initial=words),
        "manuscripts": list(submission.manuscripts.all()),
        "may_change": request.user.has_perm("submissions.change_submission"),
        "note_form": NoteForm(),
        "notes": list(submission.notes.all()),
        "proof": _proof(submission),
        "proposals": list(submission.proposals.select_related("guest")),
        "steps": steps.of(submission),
        "submission": submission,
        **forms,
    }
    context["media"] = context["due_form"].media
    return TemplateResponse(request, "submissions/admin/submission.html", context)


def _proof(submission: Submission) -> dict[str, Any] | None:
    """Give what each author said about the newest proof, and whether it is current."""
    proof = proofs.newest(submission)
    draft = approval.draft_of(submission)
    if proof is None or draft is None:
        return None
    authors = [guest.author for guest in proof.guests.select_related("author")]
    said = approval.standings(
        submission, list(filter(None, authors)), proof.fingerprint
    )
    return {
        "is_changed": draft.fingerprint() != proof.fingerprint,
        "obstacle": not draft.live and approval.obstacle(draft, draft.fingerprint()),
        "sent_at": proof.sent_at,
        "standings": said,
        "waivers": list(submission.waivers.all()),
    }


def _send_proof(submission: Submission, by: Any, data: QueryDict) -> Any:
    return _try(
        lambda: proofs.send_proof(submission, by=by),
        _("The proof is on its way to every named author."),
    )


def _settle(submission: Submission, by: Any, data: QueryDict) -> Any:
    keys = {str(each.pk): each for each in submission.proposals.all()}
    proposal = keys.get(data.get("proposal", ""))
    if proposal is None:
        return {"problem": _("This proposal is no longer here.")}
    return _try(
        lambda: proposals.settle(
            proposal, made="made" in data, by=by, answer=data.get("reason", "")
        ),
        _("It is decided, and the author is told."),
    )


def _waive(submission: Submission, by: Any, data: QueryDict) -> Any:
    reason = data.get("reason", "")
    return _try(
        lambda: approval.waive(submission, by=by, reason=reason),
        _("Your reason is on record: this text may be published."),
    )


def _resend(submission: Submission, by: Any, data: QueryDict) -> Any:
    form = LetterForm(data)
    if not form.is_valid():
        return {"letter_form": form}
    return _try(
        lambda: inviting.resend(submission, form.letter, by=by),
        _("The invitation is on its way again."),
    )


def _withdraw(submission: Submission, by: Any, data: QueryDict) -> Any:
    reason = data.get("reason", "")
    return _try(
        lambda: inviting.withdraw(submission, by=by, reason=reason),
        _("The invitation is withdrawn."),
    )


def _change_due_date(submission: Submission, by: Any, data: QueryDict) -> Any:
    form = DueDateForm(data)
    if not form.is_valid():
        return {"due_form": form}
    day = form.cleaned_data["due_on"]
    return _try(
        lambda: inviting.change_due_date(submission, day, by=by),
        _("The due date is changed."),
    )


def _start_review(submission: Submission, by: Any, data: QueryDict) -> Any:
    return _try(
        lambda: progress.start_review(submission, by=by),
        _("You look after it now, and the guest knows."),
    )


def _give_back(submission: Submission, by: Any, data: QueryDict) -> Any:
    reason = data.get("reason", "")
    return _try(
        lambda: progress.give_back(submission, by=by, reason=reason),
        _("It is with the guest again."),
    )


def _decline(submission: Submission, by: Any, data: QueryDict) -> Any:
    reason = data.get("reason", "")
    return _try(
        lambda: progress.decline(submission, by=by, reason=reason),
        _("It is declined, and the guest is told."),
    )


def _write_note(submission: Submission, by: Any, data: QueryDict) -> Any:
    form = NoteForm(data)
    if not form.is_valid():
        return {"note_form": form}
    text = form.cleaned_data["text"]
    return _try(
        lambda: notes.write(submission, text, by=by),
        _("The note is on its way."),
    )


def _try(verb: Callable[[], object], done: str) -> Any:
    try:
        verb()
    except NotPossible as error:
        return {"problem": str(error)}
    return done


# By the last part of their addresses.
_VERBS: dict[str, Callable[[Submission, Any, QueryDict], Any]] = {
    "resend": _resend,
    "withdraw": _withdraw,
    "due-date": _change_due_date,
    "start-review": _start_review,
    "give-back": _give_back,
    "send-proof": _send_proof,
    "waive": _waive,
    "settle": _settle,
    "decline": _decline,
    "note": _write_note,
}
VERBS = tuple(_VERBS)
