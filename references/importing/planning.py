"""Deciding what each record of an import becomes, before anything is stored."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from references import columns, conversion, library
from references.conversion import Fields
from references.importing.fitting import SOURCE, fitted
from references.importing.known import Known
from references.importing.report import Outcome
from references.matching.features import features
from references.matching.likeness import Likeness, compare_features
from references.models import Reference
from references.records import Item, Record

_UNIQUE = [conversion.TEXTS[name] for name in conversion.NULLABLE]


class Entry:
    """A record of the library, or one that will be, and its item as things stand.

    `place` names the record of this import that it was made of or changed by.
    """

    def __init__(self, reference: Reference, item: Item, place: str = ""):
        self.reference = reference
        self.place = place
        self.say(item)

    def say(self, item: Item) -> None:
        """Take another item; what is compared of it is read once."""
        self.item = item
        self.fields = conversion.fields_from_item(item)
        self.features = features(item)

    def came_from(self, fields: Fields, raw: str) -> bool:
        """Whether it says the very same, or was made of the very same text."""
        is_text = bool(raw) and raw == self.reference.raw
        return is_text or self.fields == fields

    @property
    def name(self) -> str:
        """The record in the words of a report."""
        if self.reference.pk:
            return _("record %(pk)d") % {"pk": self.reference.pk}
        return self.place


@dataclass
class Step:
    """What is done about one record of an import.

    `item` is what the reference shall say then; `is_doubtful` is set where the
    work may be in the library under another record.
    """

    record: Record
    outcome: Outcome
    entry: Entry
    item: Item
    notes: list[str] = field(default_factory=list)
    is_doubtful: bool = False


class Plan:
    """The steps for records that are stored together.

    `known` is what the library has, and `touched` which of it this import made or
    changed before, by the place that did. A second record of one work adds what the
    first one lacks and changes nothing, so that no two of them undo each other in
    every run.
    """

    def __init__(self, known: Known[int], touched: Mapping[int, str]):
        self._known = known
        self._touched = touched
        self._fresh: Known[Entry] = Known()
        self._loaded: dict[int, Entry] = {}

    def steps(self, records: Iterable[Record]) -> Iterator[Step]:
        """Give one step for each record, in their order."""
        fits = [(record, *fitted(record)) for record in records]
        self._load({pk for _record, item, _notes in fits for pk in self._pks(item)})
        for record, item, notes in fits:
            step = self._step(record, item)
            step.notes[:0] = notes
            self._fresh.add(step.item, step.entry)
            yield step

    def _pks(self, item: Item) -> list[int]:
        return self._known.alike(item)

    def _load(self, keys: set[int]) -> None:
        wanted = keys - self._loaded.keys()
        found = Reference.objects.select_related("latest_revision").in_bulk(wanted)
        for key, reference in found.items():
            latest = reference.get_latest_revision_as_object()
            self._loaded[key] = Entry(latest, latest.item, self._touched.get(key, ""))

    def _alike(self, item: Item) -> list[Entry]:
        stored = [self._loaded[key] for key in self._pks(item) if key in self._loaded]
        return list(dict.fromkeys([*stored, *self._fresh.alike(item)]))

    def _step(self, record: Record, item: Item) -> Step:
        there = self._alike(item)
        fields, raw = conversion.fields_from_item(item), _storable(record.raw)
        same = next((entry for entry in there if entry.came_from(fields, raw)), None)
        matches = [] if same else _matches(item, there)
        if matches and matches[0][0].certain:
            same = matches[0][1]
        notes = list(self._give_way(item, same))
        if same is not None:
            return _again(record, item, same, notes)
        reference = library.build(item, source=SOURCE, raw=raw)
        entry = Entry(reference, item, record.place)
        if matches:
            names = ", ".join(entry.name for _likeness, entry in matches)
            notes.append(_("May be the same work as %(names)s.") % {"names": names})
        is_doubtful = bool(matches)
        return Step(record, Outcome.IMPORTED, entry, item, notes, is_doubtful)

    def _give_way(self, item: Item, same: Entry | None) -> Iterator[str]:
        """Leave out an identifier that another record has; the raw text keeps it."""
        for variable in _UNIQUE:
            if not (value := item.get(variable)):
                continue
            owner = self._fresh.owner(variable, value)
            if owner is None and (key := self._known.owner(variable, value)):
                owner = self._loaded.get(key)
            if owner is not None and owner is not same:
                del item[variable]
                yield _("%(variable)s left out: %(name)s has it.") % {
                    "variable": f"{variable} {value}",
                    "name": owner.name,
                }


def _matches(item: Item, there: list[Entry]) -> list[tuple[Likeness, Entry]]:
    """Give what may be of the same work, the best first."""
    wanted = features(item)
    compared = [(compare_features(wanted, entry.features), entry) for entry in there]
    found = [(likeness, entry) for likeness, entry in compared if likeness]
    return sorted(found, key=lambda each: (not each[0].certain, -each[0].score))


def _again(record: Record, item: Item, entry: Entry, notes: list[str]) -> Step:
    """Bring what is there already up to date, or add what it lacks."""
    joined = _joined(item, entry.item) if entry.place else _joined(entry.item, item)
    wanted = conversion.fields_from_item(joined)
    outcome = Outcome.CHANGED if _changed(entry, wanted) else Outcome.SKIPPED
    if entry.place:
        notes.append(_("The same work as %(name)s.") % {"name": entry.name})
        said = conversion.fields_from_item(item)
        if other := [name for name in said if said[name] != wanted.get(name)]:
            labels = ", ".join(map(columns.label, other))
            notes.append(_("What it says otherwise was left out: %s.") % labels)
    if outcome == Outcome.CHANGED:
        entry.say(joined)
        if entry.reference._state.adding:
            raw = entry.reference.raw
            entry.reference = library.build(joined, source=SOURCE, raw=raw)
    entry.place = entry.place or record.place
    return Step(record, outcome, entry, joined, notes)


def _joined(below: Item, above: Item) -> Item:
    """Give both items as one; where both say something, the second counts."""
    custom = {**below.get("custom", {}), **above.get("custom", {})}
    return {**below, **above, **({"custom": custom} if custom else {})}


def _changed(entry: Entry, fields: Fields) -> list[str]:
    """Name the columns that these fields would change in a record; locked ones stay."""
    return [
        name
        for name, value in fields.items()
        if value != entry.fields.get(name) and name not in entry.reference.locked_fields
    ]


def _storable(raw: str) -> str:
    """Give a text without what no database and no file in UTF-8 can hold."""
    return raw.replace("\x00", "").encode("utf-8", "replace").decode()
