"""Keeping what a guest typed, whatever happens to the form that it was typed into.

A form carries a stamp that says whose it is. With it a form that comes after the
session has ended is still kept; the stamp lets nobody read anything.
"""

from django.core import signing
from django.db import transaction
from django.http import QueryDict

from submissions.models import Guest

FIELD = "stamp"
STAMP_HOLDS = 30 * 24 * 3600  # seconds
_NEVER_KEPT = {FIELD, "csrfmiddlewaretoken"}


def stamp(guest: Guest, form: str) -> str:
    """Give what a form of this name is sent with."""
    return signing.dumps([guest.pk, form], salt=__name__)


@transaction.atomic
def keep(guest: Guest, form: str, data: QueryDict) -> None:
    """Keep what stands in a form, in the place of what was kept before."""
    _change(guest, form, data)


@transaction.atomic
def forget(guest: Guest, form: str) -> None:
    """Forget it, once it has been sent."""
    if form in guest.drafts:
        _change(guest, form, None)


def kept(guest: Guest, form: str) -> QueryDict | None:
    """Give what was typed into a form and not sent."""
    if form not in guest.drafts:
        return None
    data = QueryDict(mutable=True)
    for name, values in guest.drafts[form].items():
        data.setlist(name, values)
    return data


def keep_late(data: QueryDict) -> bool:
    """Keep a form that came without a session; tell whether it is kept."""
    try:
        guest_id, form = signing.loads(
            data.get(FIELD, ""), salt=__name__, max_age=STAMP_HOLDS
        )
    except signing.BadSignature:
        return False
    guest = Guest.objects.filter(pk=guest_id).first()
    if guest is None:
        return False
    keep(guest, form, data)
    return True


def _change(guest: Guest, form: str, data: QueryDict | None) -> None:
    # Another window may keep another form at the same time.
    stored = Guest.objects.select_for_update().get(pk=guest.pk)
    stored.drafts.pop(form, None)
    if data is not None:
        stored.drafts[form] = {
            # PostgreSQL holds no such sign.
            name.replace("\0", ""): [value.replace("\0", "") for value in values]
            for name, values in data.lists()
            if name not in _NEVER_KEPT
        }
    stored.save(update_fields=["drafts"])
    guest.drafts = stored.drafts
