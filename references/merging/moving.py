"""Making everything that points at one record point at another.

Rows, texts and blocks of what is live, and every revision, so that neither publishing a
draft nor reverting to an old version brings back a record that is gone.
"""

from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, models, transaction
from wagtail.models import Revision

from references import places
from references.merging.owners import (
    Key,
    as_json,
    content_of,
    key_of,
    model_of,
    owner,
)
from references.models import Reference, SuspectedPair
from references.places import Place
from references.uses import mentioning


class Moving:
    """One move of everything that points at `source` to `target`.

    `record` says in JSON what was changed, so that it can be put back; `owners` are the
    objects of which a live part was changed.
    """

    def __init__(self, source: int, target: int):
        self.source = source
        self.target = target
        self.owners: dict[Key, models.Model] = {}
        self.record: dict[str, Any] = {
            "rows": [],
            "dropped": [],
            "texts": [],
            "revisions": [],
            "last_revision": Revision.objects.aggregate(at=models.Max("pk"))["at"] or 0,
        }

    def run(self) -> None:
        """Change everything; call it in a transaction."""
        for model, pointer in pointers():
            self._rows(model, pointer)
        for model, columns in places.text_columns().items():
            self._texts(model, columns)
        revisions = mentioning(Revision.objects.all(), [self.source], ["content"])
        for key in list(revisions.order_by("pk").values_list("pk", flat=True)):
            self._revision(Revision.objects.select_for_update().get(pk=key))

    def _rows(self, model: type[models.Model], pointer: models.Field) -> None:
        rows = model._base_manager.filter(**{pointer.attname: self.source})
        for row in rows.select_for_update():
            whole, path = owner(row)
            self.owners[key_of(whole)] = whole
            one = model._base_manager.filter(pk=row.pk)
            try:
                with transaction.atomic():
                    one.update(**{pointer.attname: self.target})
            except IntegrityError:
                # A list that may name a record once has both.
                self.record["dropped"] += as_json([row])
                one.delete()
            else:
                entry = {
                    "model": model._meta.label,
                    "pk": row.pk,
                    "field": pointer.name,
                    "path": [*path, pointer.name],
                }
                self.record["rows"].append(entry)

    def _texts(
        self, model: type[models.Model], columns: tuple[models.Field, ...]
    ) -> None:
        names = [column.name for column in columns]
        rows = mentioning(model._base_manager.all(), [self.source], names)
        for key in list(rows.values_list("pk", flat=True)):
            locked = model._base_manager.select_for_update(of=("self",))
            row = locked.get(pk=key)
            content = content_of(row, columns)
            changed = self._put(places.in_columns(columns, content))
            if changed:
                model._base_manager.filter(pk=key).update(**content)
                whole, path = owner(row)
                self.owners[key_of(whole)] = whole
                entry = {"model": model._meta.label, "pk": key, "within": list(path)}
                self.record["texts"].append({**entry, "places": changed})

    def _revision(self, revision: Revision) -> None:
        model = model_of(revision)
        if model is None or not places.may_point(model):
            return
        found = places.in_revision(model, revision.content)
        rows = {
            id(place): dict(place.row)
            for place in found
            if self.source in place.keys and place.row is not None
        }
        changed = self._put(found)
        if not changed:
            return
        dropped = []
        for place in found:
            if id(place) in rows and place.is_repeated:
                entry = {
                    "path": list(place.path[:-2]),
                    "at": place.leave_out(),
                    "row": rows[id(place)],
                }
                dropped.append(entry)
                changed = [it for it in changed if it["path"] != list(place.path)]
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)
        self.record["revisions"].append(
            {"revision": revision.pk, "places": changed, "dropped": dropped}
        )

    def _put(self, found: list[Place]) -> list[dict[str, Any]]:
        changed = []
        for place in found:
            if self.source in place.keys:
                before = list(place.keys)
                after = [self.target if it == self.source else it for it in before]
                place.put(after)
                changed.append(
                    {"path": list(place.path), "before": before, "after": after}
                )
        return changed


def pointers() -> Iterator[tuple[type[models.Model], models.Field]]:
    """Give every foreign key to records, those behind many-to-many fields included.

    What a pair is of does not move: it is suspected anew.
    """
    relations: list[Any] = Reference._meta.get_fields(include_hidden=True)
    for relation in relations:
        is_pointer = (relation.one_to_many or relation.one_to_one) and (
            relation.auto_created and not relation.concrete
        )
        if is_pointer and relation.related_model is not SuspectedPair:
            yield relation.related_model, relation.field
