"""Records of the library in the formats that other programs and people read."""

import json
from collections.abc import Iterable, Iterator

from references.formats import registry
from references.models import Reference
from references.records import Item

DEFAULT_FORMAT = "csl-json"
_READ_AT_ONCE = 500
# What stands between two records; the lists of styles are a line each.
_BETWEEN = {"ris": "\n", "bibtex": "\n"}


def item(reference: Reference) -> Item:
    """Give a record as an item with an id, which is the same in every export."""
    return {"id": f"ref{reference.pk}", **reference.item}


def stream(references: Iterable[Reference], format: str) -> Iterator[str]:
    """Give the records, one piece of text after the other, in the named format.

    The pieces are together what `registry.write` gives; `UnknownFormat` if it is none.
    """
    if format not in registry.WRITERS:
        raise registry.UnknownFormat(format, registry.WRITERS)
    items = (item(reference) for reference in references)
    return _json(items) if format == "csl-json" else _written(items, format)


def library(format: str = DEFAULT_FORMAT) -> Iterator[str]:
    """Give every published record in the named format, as `stream` does."""
    references = Reference.objects.live().order_by("pk")
    return stream(references.iterator(_READ_AT_ONCE), format)


def _written(items: Iterable[Item], format: str) -> Iterator[str]:
    between = ""
    for each in items:
        yield between + registry.write([each], format)
        between = _BETWEEN.get(format, "")


def _json(items: Iterable[Item]) -> Iterator[str]:
    opening = "[\n"
    for each in items:
        # A line's end within a text is escaped, so that all others are JSON's own.
        lines = json.dumps(each, ensure_ascii=False, indent=2).replace("\n", "\n  ")
        yield f"{opening}  {lines}"
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"
