"""Titles of works and of their volumes and parts (9.18-9.19)."""

from references.formats.apa.kinds import (
    WEBSITES,
    has_own_title,
    is_review,
    is_serial,
)
from references.formats.rendering import numbers
from references.formats.rendering.runs import Runs, group, italic
from references.formats.rendering.source import Source
from references.formats.rendering.titles import capitalized


def title(source: Source) -> Runs:
    """Give the title, in italics where the work stands alone."""
    if source.type in WEBSITES:
        return italic(_titled_part(source))
    if is_serial(source):
        whole = _titled_part(source)
    elif source.has("container-title"):
        whole = source.text("title")
    else:
        whole = group(source.text("title"), volume_title(source), between=": ")
    return whole if source.has("container-title") else italic(whole)


def _titled_part(source: Source) -> Runs:
    """Give the title; a review's without one of its own is in its description."""
    if is_review(source) and not has_own_title(source):
        return ()
    return group(source.text("title"), part_title(source), between=": ")


def volume_title(source: Source) -> Runs:
    """Give "Vol. 4. Its title"; numbers alone stand in parentheses behind the title."""
    volume, part = volume_number(source), part_number(source)
    if source.has("volume-title"):
        titled = group(volume, source.text("volume-title"), between=". ")
        return group(titled, part_title(source), between=": ")
    if source.has("part-title"):
        return group(volume, part_title(source), between=", ")
    return group(
        () if numbers.is_numeric(source.value("volume")) else volume,
        () if numbers.is_numeric(source.value("part-number")) else part,
        between=", ",
    )


def part_title(source: Source) -> Runs:
    """Give "Pt. 2. Its title"."""
    if source.has("part-title"):
        part = capitalized(source.text("part-title"))
        return group(part_number(source), part, between=". ")
    if numbers.is_numeric(source.value("part-number")):
        return ()
    return part_number(source)


def volume_number(source: Source) -> Runs:
    """Give "Vol. 4"."""
    return capitalized(source.labelled("volume", "Vol.", "Vols."))


def part_number(source: Source) -> Runs:
    """Give "Pt. 2"."""
    return capitalized(source.labelled("part-number", "Pt.", "Pt."))
