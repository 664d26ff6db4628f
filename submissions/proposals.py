"""Changes that authors propose once their article is published."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from submissions import mails
from submissions.models import (
    ChangeProposal,
    Guest,
    ProposalState,
    State,
    Submission,
)
from submissions.states import NotPossible, lock, record

MOST_WAITING = 20


@transaction.atomic
def propose(submission: Submission, text: str, *, by: Guest) -> ChangeProposal:
    """Keep what an author wishes to be changed; the editor is told, and decides.

    Raises `NotPossible` when it says nothing, or the article is not published.
    """
    text = text.strip()
    if not text:
        raise NotPossible(_("Say what should be changed."))
    lock(submission)
    if submission.state != State.PUBLISHED:
        raise NotPossible(_("This can be done once the article is published."))
    if submission.proposals.waiting().count() >= MOST_WAITING:
        raise NotPossible(_("Many of your wishes still wait. Please let us read them."))
    made = ChangeProposal.objects.create(submission=submission, guest=by, text=text)
    record(submission, "submissions.change_proposed", by)
    mails.tell(submission, "change_proposed", guest=by)
    return made


@transaction.atomic
def settle(
    proposal: ChangeProposal, *, made: bool, by: User, answer: str = ""
) -> ChangeProposal:
    """Decide about a proposal, and tell who made it.

    Raises `NotPossible` when it was decided before, or declined without a word.
    """
    answer = answer.strip()
    if not made and not answer:
        raise NotPossible(_("Tell the author why it is not changed."))
    submission = proposal.submission
    lock(submission)
    proposal.refresh_from_db()
    if not proposal.is_waiting:
        raise NotPossible(_("This was decided before."))
    proposal.state = ProposalState.MADE if made else ProposalState.DECLINED
    proposal.answer = answer
    proposal.decided_by = by
    proposal.decided_at = timezone.now()
    proposal.save()
    record(submission, "submissions.proposal_settled", by, state=proposal.state)
    mails.tell(submission, "proposal_settled", guest=proposal.guest)
    return proposal
