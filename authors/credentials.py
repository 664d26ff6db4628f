"""Checking credentials, and taking a check back."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from authors.models import Credential


class NotChecked(ValueError):
    """The check cannot be recorded; the message says why, in the checker's words."""


@transaction.atomic
def check(
    credential: Credential, by: User, expires_on: date, on: date | None = None
) -> None:
    """Record that somebody found a credential in its register, until when it holds.

    Raises `NotChecked` when it is their own, when they have no name that readers
    could be told, or when it has expired.
    """
    day = on or timezone.localdate()
    name = by.get_full_name()
    if credential.author.user_id == by.pk:
        raise NotChecked(_("Somebody else must check your own credential."))
    if not name:
        raise NotChecked(
            _("Readers are told who checked: put your name into your account first.")
        )
    if expires_on <= day:
        raise NotChecked(_("A credential that has expired cannot be checked."))
    credential.checked_by = by
    credential.checker_name = name
    credential.checked_on = day
    credential.expires_on = expires_on
    _store(credential)
    log(
        instance=credential,
        action="authors.credential_checked",
        user=by,
        data={"expires_on": expires_on.isoformat()},
    )


@transaction.atomic
def withdraw(credential: Credential, by: User | None) -> None:
    """Take a check back: readers see the mark no more."""
    credential.checked_by = None
    credential.checker_name = ""
    credential.checked_on = credential.expires_on = None
    _store(credential)
    log(instance=credential, action="authors.credential_withdrawn", user=by)


def _store(credential: Credential) -> None:
    credential.save(
        update_fields=["checked_by", "checker_name", "checked_on", "expires_on"]
    )
