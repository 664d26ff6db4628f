"""Bringing many references into the library at once, with a report of each.

Nothing is merged silently and nothing is lost: a record that is certainly there already
is brought up to date, one that only looks alike is added and named, and what could not
be read or stored stands in the report with its text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from references import changes, library
from references.formats import encoding, registry
from references.models import Reference
from references.records import Batch, Problem, Record

SOURCE = "import"
_AT_ONCE = 200  # records in one transaction


class Outcome(StrEnum):
    """What became of one record."""

    IMPORTED = "imported"
    CHANGED = "changed"
    SKIPPED = "skipped"
    LOST = "lost"


@dataclass(frozen=True)
class Row:
    """One line of a report: what stood where, and what became of it and why."""

    id: str
    kind: str
    outcome: Outcome
    reason: str = ""


@dataclass
class Report:
    """What became of everything that a source held; the counts add up to `found`."""

    source: str
    items: list[Row] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How many records were found, and how many met each end."""
        ends = Counter(row.outcome for row in self.items)
        return {
            "found": len(self.items),
            **{outcome.value: ends[outcome] for outcome in Outcome},
        }

    def as_json(self) -> dict[str, Any]:
        """Give the report as the object that commands write."""
        return {
            "source": self.source,
            "counts": self.counts,
            "items": [asdict(row) for row in self.items],
        }


def read_file(path: Path, format: str = "") -> Batch:
    """Read a file in a format, or in the one that its content shows.

    Raises `encoding.TooLarge` before reading a file that is too large, `OSError` when
    it cannot be read, and `registry.UnknownFormat`.
    """
    size = path.stat().st_size
    if size > encoding.MAX_BYTES:
        raise encoding.TooLarge(size)
    content = encoding.decode(path.read_bytes())
    return registry.read(content, format or registry.detect(content, path.name))


def write(batch: Batch, source: str, *, by=None, dry_run: bool = False) -> Report:
    """Bring the records of a batch into the library and report on each.

    One record that cannot be stored never stops the others. `dry_run` reports the same
    and stores nothing.
    """
    report = Report(source)
    for chunk in _chunks(batch.records, _AT_ONCE):
        with transaction.atomic():
            report.items += [_stored(record, by) for record in chunk]
            if dry_run:
                transaction.set_rollback(True)
    report.items += [_unread(problem) for problem in batch.problems]
    return report


def _stored(record: Record, by) -> Row:
    kind = record.item.get("type", "document")
    try:
        with transaction.atomic():
            outcome, reason = _store(record, by)
    except ValidationError as error:
        problems = "; ".join(
            f"{name}: {' '.join(messages)}"
            for name, messages in error.message_dict.items()
        )
        return Row(record.place, kind, Outcome.LOST, f"{problems} — {record.raw}")
    return Row(record.place, kind, outcome, reason)


def _store(record: Record, by) -> tuple[Outcome, str]:
    found = library.matches(record.item)
    certain = next((match for match in found if match.certain), None)
    there = certain.reference if certain else library.with_identifier_of(record.item)
    if there is None:
        library.add(record.item, source=SOURCE, raw=record.raw, by=by)
        return Outcome.IMPORTED, _doubt(found)
    if certain is None:
        reason = _("Record %(pk)d has the same identifier and another title: %(raw)s")
        return Outcome.SKIPPED, reason % {"pk": there.pk, "raw": record.raw}
    outcome = changes.apply(there, record.item, source=SOURCE, by=by)
    name = {"pk": there.pk}
    match outcome:
        case changes.Outcome.UNCHANGED:
            return Outcome.SKIPPED, _("Record %(pk)d says the same.") % name
        case changes.Outcome.WAITING:
            reason = _("Record %(pk)d is cited: its change waits for approval.")
            return Outcome.CHANGED, reason % name
        case _:
            return Outcome.CHANGED, _("Record %(pk)d was brought up to date.") % name


def _doubt(found: list[library.LibraryMatch]) -> str:
    if not found:
        return ""
    names = ", ".join(str(match.reference.pk) for match in found)
    return _("May be the same work as record %(names)s.") % {"names": names}


def _unread(problem: Problem) -> Row:
    reason = f"{problem.message} — {problem.raw}"
    return Row(problem.place, "unreadable", Outcome.LOST, reason)


def _chunks(records: Iterable[Record], size: int) -> Iterator[list[Record]]:
    rest = iter(records)
    while chunk := list(islice(rest, size)):
        yield chunk


def exported(format: str, references=None) -> Iterator[str]:
    """Give the library in a format, in pieces that are written one after the other.

    Raises `registry.UnknownFormat` for a name that is none.
    """
    if references is None:
        references = Reference.objects.live().order_by("pk")
    items = [reference.item for reference in references.iterator(chunk_size=500)]
    yield registry.write(items, format)
