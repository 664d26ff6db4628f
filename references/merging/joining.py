"""Making two records one."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from references import duplicates, signals, uses
from references.columns import stored
from references.merging.moving import Moving
from references.merging.owners import as_json, reindex
from references.merging.sides import Side, combined
from references.merging.writing import propose, write
from references.models import Merge, Reference, SuspectedPair


class CannotMerge(ValueError):
    """Two records that cannot be merged; the message says why."""


@transaction.atomic
def merge(
    kept: Reference,
    absorbed: Reference,
    *,
    by=None,
    fields: Mapping[str, Side] | None = None,
) -> Merge:
    """Keep one record of a work, and make everything that uses the other use it.

    `fields` names the side that an editor chose for a column; without a choice the kept
    one's value holds, and what it lacks is filled. A value that replaces another in a
    record that published pages use waits for approval, as every change of it does.

    Raises `CannotMerge` when one of them is gone, or both are the same.
    """
    kept, absorbed = _locked(kept.pk, absorbed.pk)
    key = absorbed.pk
    name = str(absorbed)
    is_used = bool(uses.published_pages(kept))
    rows = as_json(
        [
            absorbed,
            *absorbed.revisions.order_by("pk"),
            *SuspectedPair.objects.filter(Q(first=absorbed) | Q(second=absorbed)),
        ]
    )
    changed, replaced = combined(kept, _as_known(absorbed), fields or {})
    moving = Moving(key, kept.pk)
    moving.run()
    duplicates.inherit(kept, absorbed)
    becomes_live = absorbed.live and not kept.live
    absorbed.delete()
    record: dict[str, Any] = {
        "pk": kept.pk,
        "before": {},
        "after": {},
        "proposal": None,
    }
    is_used = is_used or any(_is_published(it) for it in moving.owners.values())
    waiting = set() if by is None or by.is_superuser or not is_used else replaced
    if waiting:
        waiting = waiting | {"provenance", "locked_fields"} & changed.keys()
    now = {column: value for column, value in changed.items() if column not in waiting}
    if now or becomes_live:
        record["before"] = {column: stored(kept, column) for column in now}
        write(kept, now, by=by, publish=kept.live or becomes_live)
        record["after"] = {column: stored(kept, column) for column in now}
    if waiting:
        record["before"] |= {column: stored(kept, column) for column in waiting}
        proposed = {column: changed[column] for column in waiting}
        record["proposal"] = propose(kept, proposed, by=by).pk
        draft = kept.get_latest_revision_as_object()
        record["after"] |= {column: stored(draft, column) for column in waiting}
    done = Merge.objects.create(
        kept=kept,
        absorbed_pk=key,
        absorbed={"name": name, "rows": rows},
        kept_before=record,
        rewrites=moving.record,
        merged_by=by,
    )
    pages = [it for it in reindex(moving.owners.values()) if _is_published(it)]
    tell("references.merged", done, pages, by)
    signals.merged.send(Reference, kept=kept, absorbed_pk=key, pages=pages, by=by)
    return done


def tell(action: str, merged: Merge, pages: list[Page], by) -> None:
    """Log a merge, or its undoing, on the kept record and on published pages."""
    data = {
        "merge": merged.pk,
        "kept": {"pk": merged.kept_id, "title": str(merged.kept)},
        "absorbed": {"pk": merged.absorbed_pk, "title": merged.absorbed_name},
    }
    for instance in (merged.kept, *pages):
        log(instance=instance, action=action, user=by, data=data)


def _locked(kept: int, absorbed: int) -> tuple[Reference, Reference]:
    if kept == absorbed:
        raise CannotMerge(_("A record cannot be merged with itself."))
    rows = Reference.objects.select_for_update().filter(pk__in=(kept, absorbed))
    found = {row.pk: row for row in rows.order_by("pk")}
    if len(found) < 2:
        raise CannotMerge(_("One of the two records is gone."))
    return found[kept], found[absorbed]


def _as_known(reference: Reference) -> Reference:
    """Give a record as editors last saved it, if readers never saw it."""
    if reference.live:
        return reference
    return reference.get_latest_revision_as_object()


def _is_published(owner) -> bool:
    return isinstance(owner, Page) and owner.live
