"""What guest and editor do with a submission, one function for each step."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from submissions import entrance, mails, manuscripts
from submissions.inviting import WITHDRAWABLE
from submissions.models import Guest, State, Submission
from submissions.states import Actor, NotPossible, move

RETURNABLE = frozenset({State.SUBMITTED, State.IN_REVIEW})
DECLINABLE = RETURNABLE | {State.PROOF, State.APPROVED}


@transaction.atomic
def accept(submission: Submission, *, by: Guest) -> None:
    """Say yes to an invitation; the editor is told."""
    move(submission, State.DRAFTING, after={State.INVITED}, by=by)
    mails.tell(submission, "accepted")


@transaction.atomic
def submit(submission: Submission, *, by: Guest) -> None:
    """Hand the manuscript to the editor; both sides are told.

    Raises `NotPossible`, with what is missing, while anything is.
    """
    if missing := missing_from(submission):
        raise NotPossible(" ".join(missing))
    move(submission, State.SUBMITTED, after={State.DRAFTING}, by=by, reason="")
    manuscripts.sign(submission)
    mails.tell(submission, "submitted")
    mails.tell(submission, "received")


def missing_from(submission: Submission) -> list[str]:
    """Give what a guest has still to do before submitting, in words."""
    author = submission.guest.author
    newest = submission.manuscripts.first()
    missing = []
    if author is None:
        missing.append(_("Tell us who you are."))
    elif not author.disclosures.current(timezone.localdate()).exists():
        missing.append(_("Answer the questions about your interests."))
    if newest is None:
        missing.append(_("Send your manuscript."))
    elif newest.is_waiting:
        missing.append(_("Wait until your manuscript has been read."))
    elif not newest.is_ready:
        missing.append(_("Send a manuscript that can be read."))
    return missing


@transaction.atomic
def start_review(submission: Submission, *, by: User) -> None:
    """Take a manuscript up; the guest is told, and knows who looks after it."""
    move(submission, State.IN_REVIEW, after={State.SUBMITTED}, by=by, editor=by)
    mails.tell(submission, "review_started")


@transaction.atomic
def give_back(submission: Submission, *, by: User, reason: str) -> None:
    """Ask the guest for another version; they are told what is asked of them.

    Raises `NotPossible` without a word on what to do.
    """
    if not reason.strip():
        raise NotPossible(_("Say what the guest should do."))
    move(submission, State.DRAFTING, after=RETURNABLE, by=by, reason=reason.strip())
    mails.tell(submission, "returned")


@transaction.atomic
def decline(submission: Submission, *, by: Actor, reason: str = "") -> None:
    """End it without an article, from either side; the other side is told.

    Raises `NotPossible` when an editor gives no reason, or wants to decline what was
    not submitted: that is an invitation, which can be withdrawn.
    """
    reason = reason.strip()
    by_guest = isinstance(by, Guest)
    if not by_guest and not reason:
        raise NotPossible(_("Give the guest a reason."))
    after = DECLINABLE | WITHDRAWABLE if by_guest else DECLINABLE
    move(submission, State.DECLINED, after=after, by=by, reason=reason)
    entrance.end_links(submission)
    mails.tell(submission, "declined_by_guest" if by_guest else "declined_by_editor")
