"""Taking a merge back."""

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from references import changes, conversion, signals
from references.columns import DESCRIBING, same, stored
from references.merging.joining import tell
from references.merging.owners import from_json, key_of, reindex
from references.merging.restoring import Restoring
from references.merging.writing import write
from references.models import Merge, Reference


class CannotUndo(ValueError):
    """A merge that cannot be undone; the message says why."""


@dataclass(frozen=True)
class UndoOutcome:
    """The record that is back, how many places point at it again, and what was left.

    `left` are the objects that were changed since, so that they kept the merged record
    or what the merge had filled in.
    """

    restored: Reference
    places: int
    left: tuple[models.Model, ...]


@transaction.atomic
def undo(merge: Merge, *, by=None) -> UndoOutcome:
    """Bring the absorbed record back, and whatever used it and was not changed since.

    Raises `CannotUndo` when it was undone already, when the kept record was absorbed by
    a third one since, or when another record has an identifier of the absorbed one.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    kept = Reference.objects.select_for_update().get(pk=merge.kept_id)
    _check(merge, kept)
    is_changed = _return_columns(kept, merge.kept_before, by)
    _refuse_doubles(merge)
    absorbed = _return_rows(merge)
    restoring = Restoring(absorbed.pk, kept.pk)
    restoring.run(merge.rewrites)
    if is_changed:
        restoring.left[key_of(kept)] = kept
    merge.undone_at = timezone.now()
    merge.save(update_fields=["undone_at"])
    owners = reindex([absorbed, *restoring.owners.values()])
    pages = [it for it in owners if isinstance(it, Page) and it.live]
    tell("references.merge_undone", merge, pages, by)
    signals.merge_undone.send(
        Reference, kept=kept, absorbed=absorbed, pages=pages, by=by
    )
    return UndoOutcome(absorbed, restoring.restored, tuple(restoring.left.values()))


def _check(merge: Merge, kept: Reference) -> None:
    if merge.undone_at is not None:
        raise CannotUndo(_("This merge was undone already."))
    if kept.pk != merge.kept_before["pk"]:
        raise CannotUndo(
            _("The record that was kept was itself merged into “%(kept)s”: undo that.")
            % {"kept": kept}
        )


def _refuse_doubles(merge: Merge) -> None:
    """Say which record has an identifier that the absorbed one had."""
    fields = merge.absorbed["rows"][0]["fields"]
    taken = Q(pk=merge.absorbed_pk)
    for name in conversion.NULLABLE:
        if fields[name]:
            taken |= Q(**{name: fields[name]})
    if (other := Reference.objects.filter(taken).first()) is not None:
        raise CannotUndo(
            _("“%(other)s” has an identifier of the record that should come back.")
            % {"other": other}
        )


def _return_columns(kept: Reference, record: dict[str, Any], by) -> bool:
    """Give columns of the kept record their values of before; tell what had changed."""
    waits = kept.has_unpublished_changes and kept.latest_revision_id
    if waits and waits == record["proposal"]:
        changes.discard(kept, by=by)
        kept.refresh_from_db()
    values = {}
    is_changed = False
    for name, after in record["after"].items():
        now = stored(kept, name)
        if same(now, record["before"][name]):
            continue
        if same(now, after):
            values[name] = record["before"][name]
        else:
            is_changed = is_changed or name in (*DESCRIBING, "appraisals")
    if values:
        write(kept, values, by=by, publish=kept.live)
    return is_changed


def _return_rows(merge: Merge) -> Reference:
    """Store the absorbed record again, with its revisions and its pairs."""
    stored_rows = [each.object for each in from_json(merge.absorbed["rows"])]
    for row in stored_rows:
        if all(_settle(row, column) for column in row._meta.concrete_fields):
            row.save_base(raw=True, force_insert=True)
    return Reference.objects.get(pk=merge.absorbed_pk)


def _settle(row: models.Model, column: models.Field) -> bool:
    """Empty a foreign key to a row that is gone; tell whether the row can be stored."""
    key = getattr(row, column.attname)
    model = column.related_model
    if (
        key is None
        or not isinstance(model, type)
        or model._meta.label == ("wagtailcore.Revision")
    ):
        return True
    if model._base_manager.filter(pk=key).exists():
        return True
    setattr(row, column.attname, None)
    return column.null
