"""The proof: sent to every named author, approved by each, or sent back with wishes.

What is approved is one fingerprint of the text: a changed text is approved anew.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from accounts.models import User
from authors.models import AuthorPage
from submissions import mails
from submissions.approval import draft_of, standings
from submissions.manuscripts import html_of
from submissions.models import (
    Decision,
    Guest,
    Proof,
    ProofDecision,
    State,
    Submission,
)
from submissions.states import NotPossible, lock, move, record

# A proof may be sent again, and be judged, until it is published.
OPEN = frozenset({State.IN_REVIEW, State.PROOF, State.APPROVED})


def newest(submission: Submission) -> Proof | None:
    """Give the proof that counts."""
    return submission.proofs.select_related("revision").first()


@transaction.atomic
def send_proof(submission: Submission, *, by: User) -> Proof:
    """Ask every author whom the newest draft names to approve it.

    Raises `NotPossible` when it names nobody, not the guest, or somebody whose address
    is not known.
    """
    lock(submission)
    draft = draft_of(submission)
    if draft is None:
        raise NotPossible(_("There is no article yet."))
    authors = draft.reviewed_authors()
    if submission.guest.author not in authors:
        raise NotPossible(
            _("Name %(guest)s in the byline first.") % {"guest": submission.guest}
        )
    guests = [_guest_of(author) for author in authors]
    move(submission, State.PROOF, after=OPEN, by=by)
    proof = Proof.objects.create(
        submission=submission,
        revision=draft.latest_revision,
        fingerprint=draft.fingerprint(),
        text=html_of(draft),
        sent_by=by,
    )
    proof.guests.set(guests)
    if not _close(proof, by):
        for standing, guest in zip(
            standings(submission, authors, proof.fingerprint), guests, strict=True
        ):
            if not standing.approves:
                mails.tell(submission, "proof_sent", guest=guest)
    return proof


@transaction.atomic
def approve(proof: Proof, *, by: Guest) -> None:
    """Approve a text; the editor is told once every author has.

    Raises `NotPossible` when it is not the newest proof, or no longer open.
    """
    author = _judge(proof, by)
    submission = proof.submission
    [standing] = standings(submission, [author], proof.fingerprint)
    if standing.approves:
        return
    _decide(proof, author, Decision.APPROVE)
    record(submission, "submissions.proof_approved", by)
    _close(proof, by)


@transaction.atomic
def ask_for_changes(proof: Proof, wishes: Mapping[str, str], *, by: Guest) -> None:
    """Ask for changes, by the keys of paragraphs, or "" for the whole.

    The editor is told and it is their turn. Raises `NotPossible` when nothing is asked,
    when it is not the newest proof, or no longer open.
    """
    author = _judge(proof, by)
    asked = {key: text.strip() for key, text in wishes.items() if text.strip()}
    if not asked:
        raise NotPossible(_("Say what should be changed."))
    for key, text in asked.items():
        _decide(proof, author, Decision.CHANGES, block_id=key, note=text)
    record(proof.submission, "submissions.changes_asked", by)
    move(proof.submission, State.IN_REVIEW, after=OPEN, by=by)
    mails.tell(proof.submission, "changes_asked", guest=by)


def follow_publication(sender: type, *, instance: Page, **_kwargs: Any) -> None:
    """Bring a submission to its end when its article is published; tell its authors."""
    submission = Submission.objects.under_way().filter(page=instance.pk).first()
    if submission is None:
        return
    revision = instance.live_revision
    by = revision.user if revision else None
    move(submission, State.PUBLISHED, after=set(State), by=by)
    for guest in guests_of(submission):
        mails.tell(submission, "published", guest=guest)


def guests_of(submission: Submission) -> list[Guest]:
    """Give the guests whom the newest proof names, or else who was invited."""
    proof = newest(submission)
    return list(proof.guests.all()) if proof else [submission.guest]


def _judge(proof: Proof, by: Guest) -> AuthorPage:
    """Lock the submission, and give the author as whom a guest may judge."""
    submission = proof.submission
    lock(submission)
    if submission.state not in OPEN:
        raise NotPossible(
            _("This cannot be done now. It is: %(state)s.")
            % {"state": submission.get_state_display()}
        )
    if proof != newest(submission):
        raise NotPossible(_("A newer proof was sent meanwhile. Please read that one."))
    if by.author is None or not proof.guests.filter(pk=by.pk).exists():
        raise NotPossible(_("You are not named as an author of this text."))
    return by.author


def _decide(proof: Proof, author: AuthorPage, decision: Decision, **said: str) -> None:
    ProofDecision.objects.create(
        submission=proof.submission,
        author=author,
        revision=proof.revision,
        fingerprint=proof.fingerprint,
        decision=decision,
        **said,
    )


def _close(proof: Proof, by: User | Guest) -> bool:
    """Say so, once everybody whom a proof was sent to has approved it."""
    submission = proof.submission
    authors = [
        guest.author
        for guest in proof.guests.select_related("author")
        if guest.author is not None
    ]
    said = standings(submission, authors, proof.fingerprint)
    if not all(standing.approves for standing in said):
        return False
    move(submission, State.APPROVED, after=OPEN, by=by)
    mails.tell(submission, "approved")
    return True


def _guest_of(author: AuthorPage) -> Guest:
    """Give the guest as whom an author comes in; make one of whoever never was."""
    guest: Guest | None = getattr(author, "guest", None)
    if guest is not None:
        return guest
    email = author.address_for_questions
    if not email:
        raise NotPossible(
            _("No address of %(author)s is known: write it into their profile.")
            % {"author": author}
        )
    guest = Guest.objects.filter(email__iexact=email).first()
    if guest is None:
        return Guest.objects.create(
            email=email.lower(), name=author.title, author=author
        )
    if guest.author is not None:
        raise NotPossible(
            _("%(email)s is the address of %(other)s: %(author)s needs their own.")
            % {"email": email, "other": guest.author, "author": author}
        )
    guest.author = author
    guest.save(update_fields=["author"])
    return guest
