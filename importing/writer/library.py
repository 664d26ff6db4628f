"""The references of a draft in the library: those it has, and those it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from importing.draft import Draft, Item
from references import duplicates, library
from references.citing.author_year import short_name
from references.importing import Outcome, Row
from references.importing.fitting import fitted
from references.models import Reference
from references.records import Record


@dataclass(frozen=True)
class Kept:
    """A reference as the library keeps it, and the row of the report that says so."""

    reference: Reference
    row: Row

    @property
    def name(self) -> str:
        """The short name by which editors know it."""
        return short_name(self.reference.item)


def keep(draft: Draft, *, by=None) -> list[Kept]:
    """Give a record of the library for each reference of a draft, in its order.

    A record that is there is taken as it stands: what a manuscript says of a work never
    changes what the library knows of it.
    """
    printed = [*draft.printed, *("" for _each in draft.references)]
    return [
        _kept(item, raw, f"reference-{at}", by)
        for at, (item, raw) in enumerate(
            zip(draft.references, printed, strict=False), 1
        )
    ]


def _kept(item: Item, raw: str, id: str, by) -> Kept:
    fit, notes = fitted(Record(dict(item), raw, id))
    matches = library.matches(fit)
    if matches and matches[0].certain:
        return _found(matches[0].reference, id)
    try:
        reference = library.add(fit, source="import", raw=_storable(raw), by=by)
    except library.AlreadyThere as error:
        return _doubtful(error.reference, id)
    if matches:
        duplicates.suspect_soon(reference)
        names = ", ".join(str(match.reference) for match in matches[:3])
        notes = (*notes, _("May be the same work as %(names)s.") % {"names": names})
    outcome = Outcome.CHANGED if notes else Outcome.IMPORTED
    return Kept(reference, Row(id, "reference", outcome, " ".join(notes)))


def _found(reference: Reference, id: str) -> Kept:
    reason = _("The library has it: record %(pk)d.") % {"pk": reference.pk}
    return Kept(reference, Row(id, "reference", Outcome.IMPORTED, reason))


def _doubtful(reference: Reference, id: str) -> Kept:
    reason = _(
        "The library has this identifier under another title: record %(pk)d is cited."
        " Please check."
    ) % {"pk": reference.pk}
    return Kept(reference, Row(id, "reference", Outcome.CHANGED, reason))


def _storable(raw: str) -> str:
    """Give a text without what no database can hold."""
    return raw.replace("\x00", "").encode("utf-8", "replace").decode()


def uncited(draft: Draft, kept: Sequence[Kept]) -> list[Reference]:
    """Give the references that no mark in the text cites, each once."""
    cited = {index for each in draft.citations for index in each.references}
    named = {kept[index].reference for index in cited}
    rest = dict.fromkeys(each.reference for each in kept)
    return [reference for reference in rest if reference not in named]
