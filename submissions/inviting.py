"""Inviting somebody to write, inviting again, and taking it back."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from submissions import entrance, mails
from submissions.models import Guest, Invitation, State, Submission
from submissions.states import NotPossible, lock, move, record

WITHDRAWABLE = frozenset({State.INVITED, State.DRAFTING})


@dataclass(frozen=True)
class Letter:
    """What the editor writes; topic, due date and link are put below it."""

    subject: str
    message: str


@transaction.atomic
def invite(
    *,
    email: str,
    name: str,
    topic: str,
    letter: Letter,
    language: str,
    by: User,
    brief: str = "",
    due_on: date | None = None,
) -> Submission:
    """Begin a submission and mail the invitation.

    Whoever was invited before keeps their profile, and the name that they have there.
    """
    guest = Guest.objects.filter(email__iexact=email).first()
    if guest is None:
        guest = Guest.objects.create(email=email.lower(), name=name)
    submission = Submission.objects.create(
        guest=guest,
        editor=by,
        topic=topic,
        brief=brief,
        due_on=due_on,
        language=language,
    )
    record(submission, "submissions.invited", by)
    _send(submission, letter, by)
    return submission


@transaction.atomic
def resend(submission: Submission, letter: Letter, *, by: User) -> Invitation:
    """Mail the invitation again, with a new link; the links before it open no more.

    Raises `NotPossible` once the guest has begun.
    """
    lock(submission)
    if submission.state != State.INVITED:
        raise NotPossible(
            _("%(guest)s has answered already.") % {"guest": submission.guest}
        )
    entrance.end_links(submission)
    record(submission, "submissions.invited", by)
    return _send(submission, letter, by)


@transaction.atomic
def withdraw(submission: Submission, *, by: User, reason: str = "") -> None:
    """Take an invitation back, as long as nothing was submitted; the guest is told."""
    move(submission, State.WITHDRAWN, after=WITHDRAWABLE, by=by, reason=reason.strip())
    entrance.end_links(submission)
    mails.tell(submission, "withdrawn")


@transaction.atomic
def change_due_date(submission: Submission, due_on: date | None, *, by: User) -> None:
    """Set another day, which both sides see.

    Raises `NotPossible` for a day that is past.
    """
    if due_on and due_on < timezone.localdate():
        raise NotPossible(_("Choose today or a later day."))
    lock(submission)
    submission.due_on = due_on
    submission.save(update_fields=["due_on"])
    day = due_on.isoformat() if due_on else ""
    record(submission, "submissions.due_changed", by, due_on=day)


def _send(submission: Submission, letter: Letter, by: User) -> Invitation:
    invitation = Invitation.objects.create(
        submission=submission,
        subject=letter.subject,
        message=letter.message,
        sent_by=by,
    )
    mails.invite(invitation)
    return invitation
