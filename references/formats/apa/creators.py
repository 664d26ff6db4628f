"""The author element, and the title element that depends on it (9.7-9.12, 9.18)."""

from references.formats.apa.descriptions import description
from references.formats.apa.identifiers import identifier, number
from references.formats.apa.kinds import ENTRIES, EVENTS, has_own_title, is_review
from references.formats.apa.people import leading
from references.formats.apa.titles import title
from references.formats.rendering.runs import Runs, group
from references.formats.rendering.source import Source

_AUTHORS = (("composer",), ("author",), ("illustrator",))
_MAKERS = (("director",), ("guest", "host"), ("producer",))
_EDITORS = (
    ("executive-producer",),
    ("series-creator",),
    ("editor-translator",),
    ("editor",),
    ("editorial-director",),
    ("compiler",),
)
_HOLDERS = (("curator",), ("collection-editor",))
_TITLED_IN_BOOKS = {"book", "classic", "entry"} | ENTRIES
_NAMED_ON_COVERS = {"book", "musical_score", "pamphlet", "report", "standard"}
_COVER_ROLES = (
    "author",
    "compiler",
    "composer",
    "editor",
    "editor-translator",
    "illustrator",
)


def creators_and_title(source: Source) -> tuple[Runs, Runs, Source]:
    """Give the author element, the title element and the source less both.

    Where nobody is named, the title moves to the place of the author (9.12).
    """
    for variables in _in_order_of_precedence(source):
        if source.has(*variables):
            rest = source.without(*variables)
            names = group(*(_named(source, each) for each in variables), between=", ")
            return _with_contributors(names, source), _title_element(rest), rest
    if is_review(source) and has_own_title(source):
        heading, described = title(source), (identifier(source), description(source))
    elif is_review(source) or not source.has("title"):
        heading, described = _title_element(source), ((), ())
    else:
        heading = group(title(source), identifier(source), between=" ")
        described = ((), description(source))
    # A number that is printed with the title is not repeated as an article's.
    printed = ("title",) if source.has("container-title") else ("title", "number")
    return (
        _with_contributors(heading, source),
        group(*described, between=" "),
        source.without(*printed),
    )


def _in_order_of_precedence(source: Source) -> list[tuple[str, ...]]:
    """List the variables that may stand first, up to where the title does."""
    order: list[tuple[str, ...]] = [*_AUTHORS]
    if source.type == "broadcast":
        order.append(("script-writer", "director"))
    order += _MAKERS
    if source.type in ENTRIES:
        order.append(("publisher",))
    if source.type in _TITLED_IN_BOOKS and source.has("container-title"):
        return order
    order += _EDITORS
    if source.type in EVENTS:
        order += [("chair",), ("organizer",)]
    order += _HOLDERS
    if source.type in ("software", "webpage"):
        order.append(("publisher",))
    if source.type == "standard":
        order.append(("authority",))
    return order


def _named(source: Source, variable: str) -> Runs:
    return leading(source, variable) or source.text(variable)


def _with_contributors(names: Runs, source: Source) -> Runs:
    """Add those whom the cover names beside the authors (9.8)."""
    if source.type not in _NAMED_ON_COVERS or not source.has(*_COVER_ROLES):
        return names
    others = group("with", leading(source, "contributor"), between=" ")
    return group(names, group(others, before="(", after=")"), between=" ")


def _title_element(source: Source) -> Runs:
    described = description(source)
    if source.has("title"):
        parts = [title(source), identifier(source), described]
    elif source.type in ("bill", "report"):
        parts = [number(source), described, identifier(source)]
    else:
        parts = [described, identifier(source)]
    return group(*parts, between=" ")
