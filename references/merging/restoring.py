"""Putting back what a merge made point elsewhere, save where it was changed since."""

from collections import defaultdict
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from wagtail.models import Revision

from references import places
from references.merging.owners import (
    Key,
    content_of,
    from_json,
    key_of,
    model_of,
    owner,
)
from references.places import Path, Place

Entry = dict[str, Any]


class Restoring:
    """One return to `source` of what was made to point at `target`.

    `restored` counts places; `owners` are the objects of which a live part was changed,
    `left` those that an editor had changed since.
    """

    def __init__(self, source: int, target: int):
        self.source = source
        self.target = target
        self.restored = 0
        self.owners: dict[Key, models.Model] = {}
        self.left: dict[Key, models.Model] = {}
        self._written: defaultdict[Key, dict[Path, Entry]] = defaultdict(dict)

    def run(self, record: dict[str, Any]) -> None:
        """Put everything back that a move's record names; call it in a transaction."""
        for row in record["rows"]:
            self._row(row)
        for data in record["dropped"]:
            self._dropped(data)
        for text in record["texts"]:
            self._text(text)
        for entry in record["revisions"]:
            self._revision(entry)
        for key, written in self._written.items():
            self._newer(key, written, record["last_revision"])

    def _row(self, entry: Entry) -> None:
        model = apps.get_model(entry["model"])
        pointer = model._meta.get_field(entry["field"])
        row = model._base_manager.filter(pk=entry["pk"]).first()
        if row is None:
            return
        whole, _ = owner(row)
        key = key_of(whole)
        if getattr(row, pointer.attname) != self.target:
            self.left[key] = whole
            return
        model._base_manager.filter(pk=row.pk).update(**{pointer.attname: self.source})
        self.restored += 1
        self.owners[key] = whole
        written = {"before": [self.source], "after": [self.target]}
        self._written[key][tuple(entry["path"])] = written

    def _dropped(self, data: Entry) -> None:
        [stored] = from_json([data])
        try:
            whole, _ = owner(stored.object)
        except models.ObjectDoesNotExist:
            return
        try:
            with transaction.atomic():
                stored.object.save_base(raw=True, force_insert=True)
        except IntegrityError:
            self.left[key_of(whole)] = whole
        else:
            self.restored += 1
            self.owners[key_of(whole)] = whole

    def _text(self, entry: Entry) -> None:
        model = apps.get_model(entry["model"])
        columns = places.text_columns()[model]
        row = model._base_manager.filter(pk=entry["pk"]).first()
        if row is None:
            return
        whole, _ = owner(row)
        key = key_of(whole)
        content = content_of(row, columns)
        restored = _put_back(places.in_columns(columns, content), entry["places"])
        if len(restored) < len(entry["places"]):
            self.left[key] = whole
        if restored:
            model._base_manager.filter(pk=row.pk).update(**content)
            self.restored += len(restored)
            self.owners[key] = whole
        for place in restored:
            self._written[key][(*entry["within"], *place["path"])] = place

    def _revision(self, entry: Entry) -> None:
        revision = Revision.objects.filter(pk=entry["revision"]).first()
        model = model_of(revision) if revision else None
        if revision is None or model is None:
            return
        there = places.in_revision(model, revision.content)
        restored = _put_back(there, entry["places"])
        for dropped in entry["dropped"]:
            _insert(revision.content, dropped)
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)
        self.restored += len(restored)
        key = (str(revision.base_content_type_id), revision.object_id)
        for place in restored:
            self._written[key][tuple(place["path"])] = place
        whole = revision.content_object
        if whole is not None and len(restored) < len(entry["places"]):
            self.left[key] = whole

    def _newer(self, key: Key, written: dict[Path, Entry], last: int) -> None:
        """Follow in drafts that were begun since from what the merge had written."""
        kind, pk = key
        newer = Revision.objects.filter(base_content_type_id=int(kind), object_id=pk)
        entries = [{**entry, "path": list(path)} for path, entry in written.items()]
        for revision in newer.filter(pk__gt=last):
            model = model_of(revision)
            if model is None:
                continue
            there = places.in_revision(model, revision.content)
            if _put_back(there, entries):
                Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def _put_back(there: list[Place], entries: list[Entry]) -> list[Entry]:
    """Put back what still holds what was written, and give the entries of it."""
    by_path = {place.path: place for place in there}
    restored = []
    for entry in entries:
        place = by_path.get(tuple(entry["path"]))
        if place is not None and place.keys == entry["after"]:
            place.put(entry["before"])
            restored.append(entry)
    return restored


def _insert(content: dict[str, Any], dropped: Entry) -> None:
    """Put a row back into the list of a revision, unless it is there again."""
    *above, name = dropped["path"]
    holder: Any = content
    for step, key in zip(above[::2], above[1::2], strict=True):
        rows = holder.get(step) or []
        holder = next((row for row in rows if str(row.get("pk")) == key), {})
    rows = holder.get(name)
    key = dropped["row"].get("pk")
    if isinstance(rows, list) and not any(row.get("pk") == key for row in rows):
        rows.insert(min(dropped["at"], len(rows)), dropped["row"])
