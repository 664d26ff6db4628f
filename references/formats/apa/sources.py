"""The source element, and what follows the reference (9.23-9.41)."""

from references.formats.apa.dates import year_with_circa
from references.formats.apa.descriptions import source_description
from references.formats.apa.identifiers import (
    number_in_source,
    page,
    supplement,
)
from references.formats.apa.kinds import (
    EVENTS,
    WEBSITES,
    is_published,
    is_serial,
)
from references.formats.apa.people import inside, role_label
from references.formats.apa.titles import volume_title
from references.formats.rendering import dates
from references.formats.rendering.runs import Runs, group, italic, words
from references.formats.rendering.source import Source
from references.formats.rendering.titles import capitalized, title_case

_ISSUED_IN = (
    "collection-title",
    "issue",
    "number",
    "page",
    "supplement-number",
    "volume",
)
_EDITORS = (
    "container-author",
    "executive-producer",
    "series-creator",
    "editor-translator",
    "editor",
    "editorial-director",
    "compiler",
)
_HOLDERS = ("curator", "collection-editor")


def source_element(source: Source) -> Runs:
    """Give the journal, the book with its editors, or the publisher, and the place."""
    website: Runs = ()
    work: Runs = ()
    if source.type in WEBSITES:
        website = _in_title_case(source, "container-title")
    elif is_serial(source):
        work = _serial(source)
    else:
        work = _book(source)
    return group(
        work,
        _publisher(source),
        _archive(source),
        _event(source),
        website,
        between=". ",
    )


def address(source: Source) -> Runs:
    """Give the DOI or the URL, with the day of retrieval of undated works (9.34)."""
    if source.has("DOI"):
        return source.doi("https://doi.org/")
    if source.has("issued", "status") or not source.has("URL"):
        return source.url()
    day = words(dates.month_first(source.date("accessed")))
    retrieved = group(day, "from", between=", ")
    return group("Retrieved", retrieved, source.url(), between=" ")


def history(source: Source) -> Runs:
    """Give "(Original work published 1900)", "(Retracted)" (9.39-9.41)."""
    status: Runs = ()
    if source.type != "patent" and source.has("issued") and source.has(*_ISSUED_IN):
        status = capitalized(source.text("status"))
    original: Runs = ()
    if source.type != "patent":
        original = group(
            group("as", italic(source.text("original-title")), between=" "),
            year_with_circa(source.date("original-date")),
            source.text("original-publisher"),
            between=", ",
        )
    note = source.text("references") or group(
        "Original work published", original, between=" "
    )
    return group(status, note, between="; ", before="(", after=")")


def _serial(source: Source) -> Runs:
    """Give "*Journal*, *17*(3), 340–348"."""
    titles = group(
        _in_title_case(source, "container-title"),
        _in_title_case(source, "collection-title"),
        between=", ",
    )
    issue = group(
        source.number("issue"),
        supplement(source),
        between=", ",
        before="(",
        after=")",
    )
    volume = group(italic(source.number("volume")), issue)
    article = group("Article", source.number("number"), between=" ")
    place = article if source.has("number") else page(source)
    status: Runs = ()
    if source.has("issued") and not source.has(*_ISSUED_IN):
        status = capitalized(source.text("status"))
    return group(
        group(italic(titles), volume, place, between=", "), status, between=". "
    )


def _book(source: Source) -> Runs:
    """Give "In F. Ee (Ed.), *Book* (2nd ed., pp. 5–9)"."""
    if not source.has("container-title"):
        return ()
    book = group(source.text("container-title"), volume_title(source), between=": ")
    return group(
        "On" if source.type == "song" else "In",
        group(_editors(source), italic(book), between=", "),
        number_in_source(source),
        source_description(source),
        between=" ",
    )


def _editors(source: Source) -> Runs:
    events = ("chair", "organizer") if source.type in EVENTS else ()
    for role in (*_EDITORS, *events, *_HOLDERS):
        if people := source.people(role):
            label = group(words(role_label(role, people)), before="(", after=")")
            return group(inside(source, role), label, between=" ")
    return ()


def _publisher(source: Source) -> Runs:
    if source.type == "thesis" and source.has("archive", "DOI", "URL"):
        return ()
    if is_serial(source) and source.type != "interview":
        return ()
    return source.text("publisher")


def _archive(source: Source) -> Runs:
    holding = "archive_collection" if source.has("archive_collection") else "archive"
    location = group(source.text("archive_location"), before="(", after=")")
    return group(
        group(source.text(holding), location, between=" "),
        source.text("archive") if holding != "archive" else (),
        source.text("archive-place"),
        between=", ",
    )


def _event(source: Source) -> Runs:
    """Give "Meeting, Place, May 7, 2020" of what was not printed in proceedings."""
    if not source.has("event", "event-title"):
        return ()
    if source.type == "paper-conference" and is_published(source):
        return ()
    name = source.text("event-title") or source.text("event")
    day = source.date("event-date")
    circa = "ca." if day and day.circa else ""
    return group(
        capitalized(name),
        source.text("event-place"),
        group(circa, words(dates.month_first(day)), between=" "),
        between=", ",
    )


def _in_title_case(source: Source, variable: str) -> Runs:
    return title_case(source.text(variable), source.value("language"))
