"""Keeps a reference that somebody uses from being deleted."""

from collections.abc import Iterable

from wagtail.models import ReferenceIndex

from references.models import Reference


def uses(reference: Reference) -> list[str]:
    """Name what uses this reference, each once, in alphabetical order."""
    found = ReferenceIndex.get_grouped_references_to(reference)
    return sorted({str(user) for user, _ in found})


def refusals(references: Iterable[Reference]) -> dict[Reference, list[str]]:
    """Give those of the references that are in use, each with its uses."""
    found = {reference: uses(reference) for reference in references}
    return {reference: names for reference, names in found.items() if names}
