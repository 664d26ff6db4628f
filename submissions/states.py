"""Moving a submission from one state to the next: checked, stored and logged."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from submissions.models import Guest, State, Submission

Actor = User | Guest


class NotPossible(ValueError):
    """This cannot be done now; the message says why, in words for who asked for it."""


@transaction.atomic
def move(
    submission: Submission,
    to: State,
    *,
    after: Collection[State],
    by: Actor | None,
    **changes: Any,
) -> None:
    """Bring a submission into a state, with other fields changed on the way.

    Raises `NotPossible` when it is in none of the states `after` which this may come;
    then nothing changes.
    """
    lock(submission)
    if submission.state not in after:
        raise NotPossible(
            _("This cannot be done now. It is: %(state)s.")
            % {"state": submission.get_state_display()}
        )
    changes |= {"state": to, "state_since": timezone.now()}
    for name, value in changes.items():
        setattr(submission, name, value)
    submission.save(update_fields=list(changes))
    record(submission, "submissions.moved", by, state=to, reason=submission.reason)


def lock(submission: Submission) -> None:
    """Read it anew and keep others from changing it, within a transaction."""
    Submission.objects.select_for_update().get(pk=submission.pk)
    submission.refresh_from_db()


def record(submission: Submission, action: str, by: Actor | None, **data: Any) -> None:
    """Write into its history what was done, and by whom, guests included.

    Nobody did what happens at its hour.
    """
    user = by if isinstance(by, User) else None
    if isinstance(by, Guest):
        data["guest"] = str(by)
    log(instance=submission, action=action, user=user, data=data)
