"""The proof: read as it will be published, approved, or sent back with wishes."""

from dataclasses import dataclass

from django.forms import BoundField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from blog.text import blocks_of
from editorial.comparison import compare
from references.citing.settings import style_for
from submissions import approval, keeping, proofs
from submissions.access import guest_required
from submissions.forms import WishesForm
from submissions.models import Guest, Proof
from submissions.states import NotPossible
from submissions.views.manuscript import as_page


@dataclass(frozen=True)
class Paragraph:
    """A block of the proof, and where a wish for it is written."""

    html: SafeString
    field: BoundField | None


@require_safe
@guest_required
def proof(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Show the final text, what differs from what was sent, and what may be said."""
    return _show(request, guest, _newest(guest, pk))


@require_safe
@guest_required
def proof_page(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Show the proof as the page that readers will get."""
    return as_page(request, _page(_newest(guest, pk)))


@require_POST
@guest_required
def approve(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Approve the proof that was read."""
    read = _read(request, guest, pk)
    try:
        proofs.approve(read, by=guest)
    except NotPossible as error:
        return _show(request, guest, _newest(guest, pk), problem=str(error))
    return redirect("contribute:proof", pk=pk)


@require_POST
@guest_required
def ask_for_changes(request: HttpRequest, guest: Guest, pk: int) -> HttpResponse:
    """Send what should be changed to the editor."""
    keeping.keep(guest, _name(pk), request.POST)
    read = _read(request, guest, pk)
    form = WishesForm(request.POST, keys=_keys(read))
    if not form.is_valid():
        return _show(request, guest, _newest(guest, pk), form=form)
    try:
        proofs.ask_for_changes(read, form.wishes, by=guest)
    except NotPossible as error:
        return _show(request, guest, _newest(guest, pk), problem=str(error))
    keeping.forget(guest, _name(pk))
    return redirect("contribute:proof", pk=pk)


def _name(pk: int) -> str:
    return f"proof-{pk}"


def _of(guest: Guest, pk: int):
    return guest.proofs.filter(submission__id=pk).select_related(
        "revision", "submission__guest", "submission__page"
    )


def _newest(guest: Guest, pk: int) -> Proof:
    """Give the newest proof of a submission; 404 for whoever it does not name."""
    found = _of(guest, pk).first()
    if found is None or found != proofs.newest(found.submission):
        raise Http404
    return found


def _read(request: HttpRequest, guest: Guest, pk: int) -> Proof:
    """Give the proof that somebody had before them, which may be an older one."""
    key = request.POST.get("proof", "")
    if not (key.isascii() and key.isdecimal() and len(key) < 19):
        raise Http404
    return get_object_or_404(_of(guest, pk), pk=int(key))


def _page(proof: Proof) -> Page:
    """Give the page of a proof; its version may have been cleared away since."""
    if proof.revision is None:
        raise Http404
    return proof.revision.as_object()


def _keys(proof: Proof) -> list[str]:
    return [block.id for block in _page(proof).body if block.id]


def _show(
    request: HttpRequest,
    guest: Guest,
    proof: Proof,
    *,
    form: WishesForm | None = None,
    problem: str = "",
) -> HttpResponse:
    submission = proof.submission
    page = _page(proof)
    style = style_for(page.get_site())
    blocks, cited = blocks_of(page, request, style)
    if form is None:
        unsent = keeping.kept(guest, _name(submission.pk))
        keys = [key for key, _html in blocks if key]
        form = WishesForm(initial=unsent and unsent.dict(), keys=keys)
    sent = submission.manuscripts.ready().first()
    authors = [guest.author] if guest.author else []
    standings = approval.standings(submission, authors, proof.fingerprint)
    context = {
        "bylines": list(page.authorships.all()),
        "can_decide": submission.state in proofs.OPEN,
        "citation_style": style,
        "cited": cited,
        "comparison": compare(sent.text, proof.text) if sent else None,
        "form": form,
        "guest": guest,
        "has_approved": any(each.approves for each in standings),
        "page": page,
        "paragraphs": [
            Paragraph(html, form.at(key) if key else None) for key, html in blocks
        ],
        "problem": problem,
        "proof": proof,
        "stamp": keeping.stamp(guest, _name(submission.pk)),
        "submission": submission,
        "wishes": [wish.note for each in standings for wish in each.wishes],
    }
    status = 409 if problem else 400 if form.errors else 200
    return render(request, "submissions/proof.html", context, status=status)
