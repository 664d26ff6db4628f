"""Changing a record, whoever asks: an editor, a look-up, an import, a check.

A record that published pages use changes for readers only when somebody approves it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from references import conversion, library, uses
from references.models import Reference
from references.records import Item


class Outcome(StrEnum):
    """What became of a change."""

    UNCHANGED = "unchanged"
    PUBLISHED = "published"
    WAITING = "waiting"


def differences(reference: Reference, item: Item) -> dict[str, Any]:
    """Give the columns that an item would change, with their new values.

    A locked field never changes, and nothing is emptied by what an item lacks.
    """
    wanted = conversion.fields_from_item(item)
    current = conversion.fields_from_item(reference.item)
    return {
        column: value
        for column, value in wanted.items()
        if value != current.get(column) and column not in reference.locked_fields
    }


@transaction.atomic
def apply(
    reference: Reference,
    item: Item,
    *,
    source: str,
    sources: Mapping[str, str] | None = None,
    by=None,
) -> Outcome:
    """Bring what an item says into a record, save for locked fields.

    Published at once while no published page uses the record; otherwise kept as a
    draft that waits for approval.
    """
    latest = reference.get_latest_revision_as_object()
    changed = differences(latest, item)
    if not changed:
        return Outcome.UNCHANGED
    by_column = conversion.by_column(sources or {})
    for column, value in changed.items():
        setattr(latest, column, value)
        latest.provenance[column] = library.stamp(by_column.get(column, source))
    latest.full_clean()
    revision = latest.save_revision(user=by)
    if uses.published_pages(reference):
        return Outcome.WAITING
    revision.publish(user=by)
    return Outcome.PUBLISHED


def may_approve(user, reference: Reference) -> bool:
    """Whether this user may publish the waiting change of a record that is in use.

    Somebody else than who made it must, save for an administrator, who may be alone.
    """
    if not user.has_perm("references.publish_reference"):
        return False
    if user.is_superuser or not uses.published_pages(reference):
        return True
    latest = reference.latest_revision
    waits = reference.has_unpublished_changes and latest is not None
    return waits and latest.user_id != user.pk


def tell_pages(reference: Reference, user=None) -> None:
    """Note in the history of every published page that a source of it changed."""
    for page in uses.published_pages(reference):
        log(
            instance=page,
            action="references.changed",
            user=user,
            data={"reference": {"pk": reference.pk, "title": str(reference)}},
        )
