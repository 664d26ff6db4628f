"""The way from an invitation to a published article, as both sides read it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.models import State, Submission


@dataclass(frozen=True)
class Step:
    """One step: whether it is behind, whether it is now, and where it is done."""

    label: str | Promise
    is_done: bool = False
    is_current: bool = False
    url: str = ""


# After the guest's own, each with the states in which it is the next.
_LATER = (
    (_("Look at it as a page, and submit"), (State.DRAFTING,)),
    (
        _("An editor reads it and works on it with you"),
        (State.SUBMITTED, State.IN_REVIEW),
    ),
    (_("You approve the proof"), (State.PROOF,)),
    (_("It is published"), (State.APPROVED,)),
)
_ORDER = (
    State.INVITED,
    State.DRAFTING,
    State.SUBMITTED,
    State.IN_REVIEW,
    State.PROOF,
    State.APPROVED,
    State.PUBLISHED,
)


def of(submission: Submission) -> list[Step]:
    """Give the steps of a submission in their order; none where it was closed.

    Those that a guest takes have an address while they are writing.
    """
    if submission.is_closed:
        return []
    state = State(submission.state)
    own = _of_guest(submission)
    following = [
        Step(
            label,
            is_done=_ORDER.index(state) > _ORDER.index(states[-1]),
            is_current=state in states and all(step.is_done for step in own),
        )
        for label, states in _LATER
    ]
    return [*own, *following]


def _of_guest(submission: Submission) -> list[Step]:
    writes = submission.state == State.DRAFTING
    author = submission.guest.author
    today = timezone.localdate()
    newest = submission.manuscripts.first()
    rows = [
        (_("Say who you are"), author is not None, reverse("contribute:profile")),
        (
            _("Answer the questions about your interests"),
            bool(author and author.disclosures.current(today).exists()),
            reverse("contribute:interests"),
        ),
        (
            _("Send your manuscript"),
            bool(newest and newest.is_ready),
            reverse("contribute:manuscript", args=[submission.pk]),
        ),
    ]
    done = [is_done for _label, is_done, _url in rows]
    return [
        Step(
            label,
            is_done=is_done,
            is_current=writes and not is_done and all(done[:at]),
            url=url if writes else "",
        )
        for at, (label, is_done, url) in enumerate(rows)
    ]
