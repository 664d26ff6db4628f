"""The sources that a rendered page cites, from the library."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from references.citing import author_year, marks, remarks
from references.citing.links import Link, links
from references.citing.remarks import Finding
from references.citing.rendering import Source, cite
from references.citing.styles import Style, as_html, in_order
from references.models import Reference
from references.records import Item


@dataclass(frozen=True)
class Printed:
    """A record, and how a list of references prints it."""

    reference: Reference
    html: SafeString


@dataclass(frozen=True)
class CitedSource(Printed):
    """An entry of the list of what a page cites, and all that it says of its source.

    `source` gives its number and where it is used.
    """

    source: Source
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]


def printed(references: Iterable[Reference], style: Style) -> list[Printed]:
    """Give records as a list prints them, one after the other as they come."""
    return [Printed(each, as_html(each.item, style)) for each in references]


def reading_list(references: Iterable[Reference], style: Style) -> list[Printed]:
    """Give records as a list of references prints them, in the order of the style."""
    records = {each.pk: each for each in references}
    items = {key: record.item for key, record in records.items()}
    return [Printed(records[key], html) for key, html in _entries(items, style).items()]


def cite_from_library(
    parts: Sequence[str], style: Style = Style.AMA
) -> tuple[list[SafeString], list[CitedSource]]:
    """Print the marks in rendered parts of a page, and give its list of references.

    Takes one query however many sources are cited, and none without any.
    """
    return cite_each([parts], style)[0]


def cite_each(
    pages: Sequence[Sequence[str]], style: Style = Style.AMA
) -> list[tuple[list[SafeString], list[CitedSource]]]:
    """Do the same for several pages, each numbered for itself, in one query."""
    cited = [_keys(parts) for parts in pages]
    records = Reference.objects.in_bulk(set().union(*cited))
    return [
        _cited(parts, {key: records[key] for key in keys if key in records}, style)
        for parts, keys in zip(pages, cited, strict=True)
    ]


def _keys(parts: Sequence[str]) -> set[int]:
    return {
        mark.reference
        for part in parts
        for place in marks.places(part)
        for mark in place.marks
    }


def _cited(
    parts: Sequence[str], records: Mapping[int, Reference], style: Style
) -> tuple[list[SafeString], list[CitedSource]]:
    items = {key: record.item for key, record in records.items()}
    warnings = {key: remarks.warning(record) for key, record in records.items()}
    text = cite(parts, items, style, warnings)
    entries = _entries(
        {each.reference: items[each.reference] for each in text.sources}, style
    )
    sources = {each.reference: each for each in text.sources}
    safe = [mark_safe(part) for part in text.parts]  # noqa: S308  (from templates; marks escape)
    return safe, [
        CitedSource(
            reference=records[key],
            html=html,
            source=sources[key],
            links=links(items[key]),
            findings=remarks.findings(records[key]),
        )
        for key, html in entries.items()
    ]


def _entries(items: dict[int, Item], style: Style) -> dict[int, SafeString]:
    """Print items in the order of a style, told apart as the marks tell them apart."""
    ordered = {key: items[key] for key in in_order(items, style)}
    if style.is_numbered:
        return {key: as_html(item, style) for key, item in ordered.items()}
    suffixes = author_year.suffixes(ordered)
    return {
        key: as_html({**item, "year-suffix": suffixes[key]}, style)
        for key, item in ordered.items()
    }
