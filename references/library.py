"""Bringing works into the library, each once."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from references import conversion, matching
from references.markup import plain
from references.models import Reference
from references.records import Item

# How much of a title must agree before two records are compared.
_SAME_BEGINNING = 25


class AlreadyThere(ValueError):
    """The library has this work: `reference` is its record."""

    def __init__(self, reference: Reference):
        super().__init__(_("The library has this work already."))
        self.reference = reference


@dataclass(frozen=True)
class LibraryMatch:
    """A record of the library that is, or may be, of the work that is looked for."""

    reference: Reference
    score: float
    reasons: tuple[str, ...]
    certain: bool


def build(
    item: Item, *, source: str, raw: str = "", sources: Mapping[str, str] | None = None
) -> Reference:
    """Give a new record of an item, not yet stored.

    `source` says where the item came from ("Crossref", "import", "editor"); `sources`
    may name another source for some of its CSL variables.
    """
    fields = conversion.fields_from_item(item)
    reference = Reference(raw=raw, **fields)
    by_column = conversion.by_column(sources or {})
    reference.provenance = {
        column: stamp(by_column.get(column, source)) for column in fields
    }
    return reference


def stamp(source: str) -> dict[str, str]:
    """Give what a record remembers of where a field came from, and when."""
    return {"source": source, "at": timezone.now().isoformat(timespec="seconds")}


@transaction.atomic
def add(
    item: Item,
    *,
    source: str,
    raw: str = "",
    sources: Mapping[str, str] | None = None,
    by=None,
) -> Reference:
    """Store a new record of an item and give it.

    Raises `AlreadyThere` when a record has one of its identifiers, and
    `ValidationError` when a field cannot be stored.
    """
    reference = build(item, source=source, raw=raw, sources=sources)
    if (there := with_identifier_of(item)) is not None:
        raise AlreadyThere(there)
    reference.full_clean()
    try:
        with transaction.atomic():
            reference.save()
    except IntegrityError:
        # Somebody else was quicker.
        if (there := with_identifier_of(item)) is not None:
            raise AlreadyThere(there) from None
        raise
    log(instance=reference, action="wagtail.create", user=by, data={"source": source})
    return reference


def with_identifier_of(item: Item) -> Reference | None:
    """Give the record that has the DOI, PMID or PMCID of an item, if there is one."""
    fields = conversion.fields_from_item(item)
    for name in conversion.NULLABLE:
        if value := fields.get(name):
            found = Reference.objects.filter(**{name: value}).first()
            if found is not None:
                return found
    return None


def matches(item: Item) -> list[LibraryMatch]:
    """Give the records that are, or may be, of the same work, the best first.

    Only a `certain` match may be taken without asking a person.
    """
    fields = conversion.fields_from_item(item)
    alike = Q(pk=None)
    for name in (*conversion.NULLABLE, "nbk", "url"):
        if value := fields.get(name):
            alike |= Q(**{name: value})
    beginning = plain(fields.get("title", ""))[:_SAME_BEGINNING]
    if beginning:
        alike |= Q(title__istartswith=beginning)
    if fields.get("pages") and fields.get("volume"):
        alike |= Q(volume=fields["volume"], pages=fields["pages"])
    candidates = list(Reference.objects.filter(alike)[:100])
    found = matching.matches(item, [candidate.item for candidate in candidates])
    return [
        LibraryMatch(candidates[each.index], each.score, each.reasons, each.certain)
        for each in found
    ]
