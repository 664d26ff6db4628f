"""What follows a title in parentheses: contributors, numbers, editions (9.19)."""

from references.formats.apa.kinds import WEBSITES, is_serial
from references.formats.apa.people import (
    editors_and_translators,
    inside,
    inside_with_role,
)
from references.formats.apa.titles import part_number, volume_number
from references.formats.rendering import numbers, pages
from references.formats.rendering.runs import Runs, group, words
from references.formats.rendering.source import Source
from references.formats.rendering.titles import capitalized, title_case

_NUMBERED_BY_TITLE = {"broadcast", "graphic", "map", "motion_picture"}
_WITHOUT_EDITIONS = {"broadcast", "event", "patent", "performance", "speech"} | WEBSITES
_ALWAYS_LABELLED = {"legislation", "patent", "regulation"}
_IN_REPORT_SERIES = {"document", "report", "standard"}
_MAKERS = (
    "compiler",
    "chair",
    "organizer",
    "curator",
    "series-creator",
    "executive-producer",
)


def identifier(source: Source) -> Runs:
    """Give "(U. Tt, Trans.; Report No. 6; 2nd ed., Vol. 3)"."""
    return group(*_parts(source), between="; ", before="(", after=")")


def _parts(source: Source) -> tuple[Runs, ...]:
    part = _serial_part(source)
    if source.type == "patent":
        return (_patent(source),)
    if source.type in WEBSITES:
        return _contributors(source), number(source)
    if source.type == "report":
        if source.has("container-title"):
            return (_contributors(source),)
        by_title = number(source) if source.has("title") else ()
        return _contributors(source), by_title, edition_and_locators(source)
    if source.has("container-title"):
        chapter = () if source.has("genre", "title") else _chapter(source)
        by_title = number(source) if source.type in _NUMBERED_BY_TITLE else ()
        return chapter, _contributors(source), by_title, part
    return _contributors(source), number(source), edition_and_locators(source), part


def number(source: Source) -> Runs:
    """Give "Report No. 6", the genre before the number."""
    kind: Runs | str = ""
    if source.type == "thesis" and source.has("genre"):
        kind = "Publication"
    elif source.has("number"):
        kind = title_case(source.text("genre"), source.value("language"))
    return group(kind, numbered(source), between=" ")


def numbered(source: Source) -> Runs:
    """Give "No. 6"; that of a standard has no label."""
    value = source.value("number")
    number = capitalized(source.number("number"))
    if source.type in _ALWAYS_LABELLED or (
        numbers.is_numeric(value) and source.type != "standard"
    ):
        return group(numbers.label(value, "No.", "Nos."), number, between=" ")
    return number


def number_in_source(source: Source) -> Runs:
    """Give what stands in parentheses behind the title of the work it is in."""
    by_container = () if source.type in _NUMBERED_BY_TITLE else number(source)
    parts = (by_container, edition_and_locators(source))
    return group(*parts, between="; ", before="(", after=")")


def edition_and_locators(source: Source) -> Runs:
    """Give "Version 1.0, 2nd ed., Vol. 3, pp. 5–9" of a work that is no serial."""
    if is_serial(source) or source.type in _WITHOUT_EDITIONS:
        return ()
    version, issue = source.value("version"), source.value("issue")
    return group(
        group(
            numbers.label(version, "Version", "Versions"),
            source.text("version"),
            between=" ",
        ),
        words(numbers.edition(source.value("edition"), source.dash)),
        _series(source),
        supplement(source),
        _volume(source),
        _part(source),
        group(
            numbers.label(issue, "Issue", "Issues"), source.number("issue"), between=" "
        ),
        _locator(source),
        between=", ",
    )


def supplement(source: Source) -> Runs:
    """Give "Suppl. 3"."""
    return capitalized(source.labelled("supplement-number", "Suppl.", "Suppls."))


def page(source: Source) -> Runs:
    """Give the pages, ranges in full."""
    return words(pages.expanded(source.value("page"), source.dash))


def _series(source: Source) -> Runs:
    if source.type not in _IN_REPORT_SERIES:
        return ()
    series = title_case(source.text("collection-title"), source.value("language"))
    return group(series, source.number("collection-number"), between=" ")


def _volume(source: Source) -> Runs:
    if source.has("volume") and source.has("volume-title", "part-title"):
        return ()
    if numbers.is_numeric(source.value("volume")):
        return volume_number(source)
    count = source.value("number-of-volumes")
    if not numbers.is_numeric(count):
        return words(count)
    label = numbers.label(count, "Vol.", "Vols.") if count == "1" else "Vols."
    return words(f"{label} 1{source.dash}{count}")


def _part(source: Source) -> Runs:
    if source.has("part-title") or not numbers.is_numeric(source.value("part-number")):
        return ()
    return part_number(source)


def _serial_part(source: Source) -> Runs:
    return _part(source) if is_serial(source) else ()


def _locator(source: Source) -> Runs:
    if source.has("page"):
        label = numbers.label(source.value("page"), "p.", "pp.")
        return group(label, page(source), between=" ")
    return _chapter(source) if source.has("genre", "title") else ()


def _chapter(source: Source) -> Runs:
    if source.type == "song":
        return source.labelled("chapter-number", "Track", "Track")
    return source.labelled("chapter-number", "Chapter", "Chapters")


def _patent(source: Source) -> Runs:
    kind = capitalized(source.text("genre")) or "Patent"
    return group(source.text("authority"), kind, numbered(source), between=" ")


def _contributors(source: Source) -> Runs:
    interviewer = inside_with_role(source, "interviewer") if source.has("title") else ()
    if is_serial(source):
        roles = ("translator", "narrator")
        named = [inside_with_role(source, role) for role in roles]
        return group(interviewer, *named, between="; ")
    artists = [inside_with_role(source, role) for role in ("illustrator", "narrator")]
    if source.has("container-title") and source.type not in WEBSITES:
        translator = inside_with_role(source, "translator")
        if source.has("editor-translator"):
            translator = ()
        return group(interviewer, *artists, translator, between="; ")
    container = group("By", inside(source, "container-author"), between=" ")
    editors = editors_and_translators(source)
    makers = [inside_with_role(source, role) for role in _MAKERS]
    named = [container, editors, *artists, *makers]
    if source.type not in WEBSITES:
        named = [*artists, container, editors, *makers]
    return group(interviewer, *named, between="; ")
