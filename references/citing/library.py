"""The sources that a rendered page cites, from the library."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from references.citing import marks
from references.citing.rendering import Source, Style, cite
from references.models import Reference


@dataclass(frozen=True)
class CitedSource:
    """An entry of a list of references: where it stands, and its record."""

    source: Source
    reference: Reference


def cite_from_library(
    parts: Sequence[str], style: Style = Style.AMA
) -> tuple[list[SafeString], list[CitedSource]]:
    """Number the marks in rendered parts of a page, and give its list of references.

    Takes one query however many sources are cited, and none without any.
    """
    cited = {
        mark.reference
        for part in parts
        for cluster in marks.clusters(part)
        for mark in cluster
    }
    records = Reference.objects.in_bulk(cited)
    items = {key: record.item for key, record in records.items()}
    text = cite(parts, items, style)
    entries = [CitedSource(each, records[each.reference]) for each in text.sources]
    # Rendered by the blocks' own templates; the marks are escaped where they are made.
    safe = [mark_safe(part) for part in text.parts]  # noqa: S308  (see above)
    return safe, entries
