"""Paste anything: from a text that an editor has to records of the library.

What is pasted is read, looked up and matched against the library; nothing enters it
before the editor chose what each part of the paste is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from references import changes, identifiers, library, lookup, marking, matching
from references.addresses import Scheme
from references.fetching import PUBLIC, Policy
from references.formats import ama, registry
from references.identifiers import Identifier
from references.models import Paste, PasteEntry, Reference
from references.records import Item

MOST_ENTRIES = 200
LONGEST_TEXT = 2_000_000  # characters
LONGEST_TITLE = 1_000

SKIP = "skip"
TYPED = "typed"
TYPED_SOURCE = "typed"
State = PasteEntry.State


class TooMuch(ValueError):
    """More was pasted than a person can look through; the message says what to do."""


@dataclass(frozen=True)
class Option:
    """One thing that an entry can become.

    `key` names it in forms: `typed`, `skip`, `found-<n>` (a finding), `use-<pk>` and
    `update-<pk>` (a record of the library as it is, or with what was found).
    """

    key: str
    label: str
    html: str = ""
    reasons: tuple[str, ...] = ()


@transaction.atomic
def start(text: str, *, by, filename: str = "") -> Paste:
    """Read a text and keep each reference of it, and each part that is none.

    Raises `TooMuch` when it holds more than `MOST_ENTRIES` references.
    """
    entries = list(read(text, filename))
    if len(entries) > MOST_ENTRIES:
        raise TooMuch(
            ngettext(
                "This holds %(count)d reference; %(most)d can be looked through here. "
                "The command import_references takes any number.",
                "This holds %(count)d references; %(most)d can be looked through here. "
                "The command import_references takes any number.",
                len(entries),
            )
            % {"count": len(entries), "most": MOST_ENTRIES}
        )
    paste = Paste.objects.create(owner=by, filename=filename[:255])
    for position, entry in enumerate(entries):
        entry.paste, entry.position = paste, position
    PasteEntry.objects.bulk_create(entries)
    return paste


def read(text: str, filename: str = "") -> Iterator[PasteEntry]:
    """Give an entry, not yet stored, for each reference and each problem of a text.

    Raises `TooMuch` for a text that is too long to be looked through.
    """
    if len(text) > LONGEST_TEXT:
        raise TooMuch(
            _(
                "This text is too long to be looked through here. "
                "The command import_references takes any number of references."
            )
        )
    batch = registry.read(text, registry.detect(text, filename))
    for record in batch.records:
        yield PasteEntry(place=record.place, raw=record.raw, item=record.item)
    for problem in batch.problems:
        yield PasteEntry(
            place=problem.place,
            raw=problem.raw,
            failure=problem.message,
            state=State.UNREADABLE,
            item={"type": "document"},
        )


def look_up(entry: PasteEntry, *, policy: Policy = PUBLIC) -> None:
    """Ask the services about an entry and set what they found; the caller saves.

    An identifier is asked for; without one, the typed text, whose answers are offered
    and never taken. An entry keeps what it has when a service fails.
    """
    identifier = identifier_of(entry.item)
    if identifier is not None:
        outcome: Any = lookup.resolve(identifier, policy=policy)
    else:
        outcome = lookup.resolve_text(entry.raw)
    entry.failure = ""
    match outcome:
        case lookup.Found():
            entry.state = State.FOUND
            entry.findings = [_finding(entry.item, outcome, is_certain=True)]
        case lookup.Candidates(offered=offered):
            entry.state = State.OFFERED
            entry.findings = [
                _finding(entry.item, each.found, reasons=each.reasons)
                for each in offered
            ]
        case lookup.Failed():
            entry.state, entry.failure = State.FAILED, outcome.reason
        case _:
            entry.state = State.NOTHING


def identifier_of(item: Item) -> Identifier | None:
    """Give the identifier by which an item is best looked up, if it has one."""
    custom = item.get("custom", {})
    known: dict[Scheme, Any] = {
        "doi": item.get("DOI"),
        "pmid": item.get("PMID"),
        "pmcid": item.get("PMCID"),
        "nbk": custom.get("NBK"),
        "isbn": item.get("ISBN") if item.get("type") == "book" else None,
        "url": item.get("URL"),
    }
    for scheme, value in known.items():
        found = identifiers.recognise(value) if value and scheme == "url" else None
        if found is not None:
            return found
        if value and scheme != "url":
            return Identifier(scheme, value)
    return None


def _finding(
    typed: Item, found: lookup.Found, *, is_certain=False, reasons: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Keep a look-up's record; one whose title is another's is doubted."""
    if is_certain and typed.get("title"):
        likeness = matching.compare(typed, found.item)
        if likeness is None or not likeness.certain:
            is_certain = False
            reasons = (_("its identifier leads here, but the text differs"),)
    return {
        "item": found.item,
        "source": found.source,
        "sources": dict(found.provenance),
        "is_certain": is_certain,
        "reasons": [str(reason) for reason in reasons],
    }


def options(entry: PasteEntry) -> list[Option]:
    """Give what an entry can become, the one to suggest first."""
    offered: list[tuple[int, Option]] = []
    for number, finding in enumerate(entry.findings):
        rank = 1 if finding["is_certain"] else 4
        label = _("Add what %(source)s has") % {"source": finding["source"]}
        html, reasons = ama.as_html(finding["item"]), tuple(finding["reasons"])
        offered.append((rank, Option(f"found-{number}", label, html, reasons)))
    for match in _matches(entry):
        record = match.reference
        html = marking.marked(record)
        rank = 0 if match.certain else 5
        label = _("Use the record that the library has")
        use = Option(f"use-{record.pk}", label, html, match.reasons)
        offered.append((rank, use))
        if match.certain and any(each["is_certain"] for each in entry.findings):
            label = _("Use it, and update it with what was found")
            offered.append((2, Option(f"update-{record.pk}", label, html)))
    typed = Option(TYPED, _("Add it as it was typed"), ama.as_html(_typed(entry)))
    offered.append((3 if entry.item.get("title") else 6, typed))
    skip = Option(SKIP, _("Leave it out"))
    offered.append((-1 if entry.state == State.UNREADABLE else 9, skip))
    return [option for _rank, option in sorted(offered, key=lambda each: each[0])]


def _typed(entry: PasteEntry) -> Item:
    """Give what was typed; a text in which no title was found stands for one."""
    if entry.item.get("title"):
        return entry.item
    return {**entry.item, "title": " ".join(entry.raw.split())[:LONGEST_TITLE]}


def _matches(entry: PasteEntry) -> list[library.LibraryMatch]:
    items = [each["item"] for each in entry.findings if each["is_certain"]]
    found: dict[int, library.LibraryMatch] = {}
    for item in [*items, entry.item]:
        for match in library.matches(item):
            found.setdefault(match.reference.pk, match)
    return list(found.values())


@transaction.atomic
def settle(entry: PasteEntry, key: str, *, by) -> Reference | None:
    """Do what the editor chose for an entry and give the record, if there is one.

    Raises `ValidationError`, in the editor's words, when the choice cannot be carried
    out; then nothing is changed.
    """
    if key not in {option.key for option in options(entry)}:
        raise ValidationError(_("Choose what this reference is."))
    kind, _dash, argument = key.partition("-")
    try:
        entry.reference = _record(entry, kind, argument, by)
    except library.AlreadyThere as there:
        entry.reference = there.reference
    entry.is_settled = True
    entry.save()
    return entry.reference


def _record(entry: PasteEntry, kind: str, argument: str, by) -> Reference | None:
    if kind == SKIP:
        return None
    if kind == TYPED:
        return library.add(_typed(entry), source=TYPED_SOURCE, raw=entry.raw, by=by)
    if kind == "found":
        finding = entry.findings[int(argument)]
        return library.add(
            finding["item"],
            source=finding["source"],
            sources=finding["sources"],
            raw=entry.raw,
            by=by,
        )
    record = Reference.objects.get(pk=int(argument))
    if kind == "update":
        finding = next(each for each in entry.findings if each["is_certain"])
        changes.apply(
            record,
            finding["item"],
            source=finding["source"],
            sources=finding["sources"],
            by=by,
        )
    return record
