"""Changing a record, whoever asks: an editor, a look-up, an import, a check.

A record that published pages use changes for readers only when somebody approves it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from references import columns, conversion, library, uses
from references.models import Reference
from references.records import Item


class NothingWaits(ValueError):
    """A decision about a change that is not there any more."""


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


@dataclass(frozen=True)
class Waiting:
    """A change of a record that published pages use, until somebody approves it.

    `latest` is the record as it would become; `columns` are those that differ.
    """

    reference: Reference
    latest: Reference
    revision: Revision
    columns: tuple[str, ...]
    pages: tuple[Page, ...]


def waiting() -> list[Waiting]:
    """Give the changes that wait for approval, the oldest first."""
    drafts = Reference.objects.filter(
        live=True, has_unpublished_changes=True, latest_revision__isnull=False
    )
    references = drafts.select_related("latest_revision__user__wagtail_userprofile")
    pages = uses.published_pages_of(drafts.values_list("pk", flat=True))
    found = []
    for reference in references.order_by("latest_revision__created_at", "pk"):
        if reference.pk in pages:
            revision = reference.latest_revision
            latest = Reference.from_serializable_data(revision.content, check_fks=False)
            found.append(
                Waiting(
                    reference,
                    latest,
                    revision,
                    tuple(columns.differing(reference, latest)),
                    tuple(pages[reference.pk]),
                )
            )
    return found


def may_approve(user, reference: Reference) -> bool:
    """Whether this user may publish the waiting change of a record that is in use.

    Somebody else than who made it must, save for an administrator, who may be alone.
    """
    if not user.has_perm("references.publish_reference"):
        return False
    if user.is_superuser or not uses.published_pages_of([reference.pk]):
        return True
    return has_approver(user, reference)


def has_approver(user, reference: Reference) -> bool:
    """Whether somebody other than this user made the change that waits."""
    latest = reference.latest_revision
    waits = reference.has_unpublished_changes and latest is not None
    return waits and (user.is_superuser or latest.user_id != user.pk)


@transaction.atomic
def approve(reference: Reference, *, by) -> None:
    """Publish the change that waits; `PermissionDenied` unless `may_approve`."""
    reference = _waiting(reference)
    if not may_approve(by, reference):
        raise PermissionDenied
    revision = reference.latest_revision
    revision.publish(user=by)
    _log_decision(reference, "references.change_approved", revision, by)


@transaction.atomic
def discard(reference: Reference, *, by=None) -> None:
    """Drop the change that waits, so that the draft is what readers see.

    The dropped version stays in the record's history.
    """
    reference = _waiting(reference)
    dropped = reference.latest_revision
    # A new revision: what is live may have been filled or merged since the last one.
    revision = reference.save_revision(user=by, clean=False)
    Reference.objects.filter(pk=reference.pk).update(
        has_unpublished_changes=False, live_revision=revision
    )
    _log_decision(reference, "references.change_discarded", dropped, by)


def _waiting(reference: Reference) -> Reference:
    reference = Reference.objects.select_for_update(of=("self",)).get(pk=reference.pk)
    if not (reference.live and reference.has_unpublished_changes):
        raise NothingWaits(_("This change was approved or discarded already."))
    return reference


def _log_decision(reference: Reference, action: str, revision: Revision, by) -> None:
    data = {"author": str(revision.user or ""), "revision": revision.pk}
    log(instance=reference, action=action, user=by, data=data, revision=revision)


def tell_pages(reference: Reference, user=None) -> None:
    """Note in the history of every published page that a source of it changed."""
    for page in uses.published_pages(reference):
        log(
            instance=page,
            action="references.changed",
            user=user,
            data={"reference": {"pk": reference.pk, "title": str(reference)}},
        )
