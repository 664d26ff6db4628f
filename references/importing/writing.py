"""Storing what was planned, many records at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry
from wagtail.search.backends import get_search_backends

from references import changes, duplicates
from references.importing import known
from references.importing.fitting import SOURCE
from references.importing.planning import Plan, Step
from references.importing.report import Outcome, Report, Row
from references.models import Reference
from references.records import Batch, Problem, Record

_AT_ONCE = 500  # records in one transaction


def write(batch: Batch, source: str, *, by=None, dry_run: bool = False) -> Report:
    """Bring the records of one batch into the library, as `Run.write` does."""
    return Run(by=by, dry_run=dry_run).write(batch, source)


class Run:
    """One import, of one batch or of several.

    A record that is certainly there is brought up to date, as `changes.apply` does; one
    that only looks alike is added, and the report names what it looks like. What came
    first in a run counts: a later record of the same work only adds what is missing. A
    record that cannot be stored never stops the others. `dry_run` reports what would
    become of each and stores nothing.
    """

    def __init__(self, *, by=None, dry_run: bool = False):
        self._by = by
        self._dry_run = dry_run
        self._known = known.of_library()
        self._touched: dict[int, str] = {}
        # What a dry run leaves out of the database, one plan keeps in mind.
        self._plan = Plan(self._known, self._touched)

    def write(self, batch: Batch, source: str) -> Report:
        """Bring the records of a batch into the library and report on each."""
        report = Report(source)
        for chunk in _chunks(batch.records, _AT_ONCE):
            report.items += self._store(chunk, source)
        report.items += [_unread(problem) for problem in batch.problems]
        return report

    def _store(self, records: Sequence[Record], source: str) -> list[Row]:
        """Store some records together or, where that fails, each for itself."""
        if not self._dry_run:
            self._plan = Plan(self._known, self._touched)
        try:
            with transaction.atomic():
                steps = list(self._plan.steps(records))
                if not self._dry_run:
                    self._carry_out(steps, source)
        except (DatabaseError, ValidationError, ValueError) as error:
            if len(records) == 1:
                return [_lost(records[0], error)]
            return [row for record in records for row in self._store([record], source)]
        for step in () if self._dry_run else steps:
            key = step.entry.reference.pk
            self._known.add(step.item, key)
            self._touched.setdefault(key, step.entry.place)
        return [_row(step) for step in steps]

    def _carry_out(self, steps: Sequence[Step], source: str) -> None:
        changed = [
            step
            for step in steps
            if step.outcome == Outcome.CHANGED and step.entry.reference.pk is not None
        ]
        added = [step for step in steps if step.outcome == Outcome.IMPORTED]
        self._add([step.entry.reference for step in added], source)
        for step in added:
            if step.is_doubtful:
                duplicates.suspect_soon(step.entry.reference)
        for step in changed:
            self._change(step)

    def _add(self, references: list[Reference], source: str) -> None:
        """Store new records with all that follows when one is saved."""
        for reference in references:
            reference.bring_to_form()
        Reference.objects.bulk_create(references)
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(Reference, references)
        kind, now = ContentType.objects.get_for_model(Reference), timezone.now()
        ModelLogEntry.objects.bulk_create(
            ModelLogEntry(
                content_type=kind,
                object_id=str(reference.pk),
                label=str(reference),
                action="wagtail.create",
                timestamp=now,
                user=self._by,
                data={"source": SOURCE, "file": source},
            )
            for reference in references
        )

    def _change(self, step: Step) -> None:
        reference = Reference.objects.get(pk=step.entry.reference.pk)
        match changes.apply(reference, step.item, source=SOURCE, by=self._by):
            case changes.Outcome.UNCHANGED:
                step.outcome = Outcome.SKIPPED
            case changes.Outcome.WAITING:
                step.notes.append(_("It is cited, so that its change awaits approval."))


def _row(step: Step) -> Row:
    kind = step.record.item.get("type", "document")
    if step.outcome != Outcome.IMPORTED and step.entry.reference.pk:
        step.notes.insert(0, _("The library has it: %s.") % step.entry.name)
    return Row(step.record.place, kind, step.outcome, " ".join(step.notes))


def _lost(record: Record, error: Exception) -> Row:
    messages = getattr(error, "messages", None) or [str(error)]
    reason = f"{' '.join(messages)} — {record.raw}"
    return Row(record.place, record.item.get("type", ""), Outcome.LOST, reason)


def _unread(problem: Problem) -> Row:
    reason = f"{problem.message} — {problem.raw}"
    return Row(problem.place, "unreadable", Outcome.LOST, reason)


def _chunks(records: Iterable[Record], size: int) -> Iterator[list[Record]]:
    rest = iter(records)
    while chunk := list(islice(rest, size)):
        yield chunk
