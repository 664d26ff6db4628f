"""Legal references, which follow The Bluebook (chapter 11)."""

from references.formats.apa.dates import year_with_circa
from references.formats.apa.identifiers import numbered
from references.formats.apa.people import in_full
from references.formats.rendering import dates, numbers
from references.formats.rendering.runs import Runs, group, italic, words
from references.formats.rendering.source import Source
from references.formats.rendering.titles import capitalized, title_case

LEGAL = {"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"}


def legal_reference(source: Source) -> Runs:
    """Give "Name v. Name, 3 F.2d 44 (9th Cir. 2020)" and the like."""
    reported = _SOURCES[source.type](source)
    if source.type == "treaty":
        parties = words("-".join(name.surname for name in source.people("author")))
        day = words(dates.month_first(source.date("issued")))
        return group(_title(source), parties, day, reported, between=", ")
    return group(
        group(_title(source), reported, between=", "),
        _court_and_year(source) if source.type == "legal_case" else _years(source),
        _note(source),
        between=" ",
    )


def _title(source: Source) -> Runs:
    if source.type != "hearing":
        return title_case(source.text("title"), source.value("language"))
    before = group("before the", source.text("section"), between=" ")
    on = group("on", source.text("number"), between=" ")
    hearing = group("Hearing", on, before, between=" ")
    return italic(group(capitalized(source.text("title")), hearing, between=": "))


def _court_and_year(source: Source) -> Runs:
    issued = source.date("issued")
    date = year_with_circa(issued)
    if not source.has("container-title"):
        date = words(dates.month_first(issued))
    return group(source.text("authority"), date, between=" ", before="(", after=")")


def _years(source: Source) -> Runs:
    enacted = group(year_with_circa(source.date("original-date")), "&", between=" ")
    year = year_with_circa(source.date("issued"))
    if not source.has("issued"):
        year = words(dates.month_first(source.date("submitted")))
    return group(enacted, year, between=" ", before="(", after=")")


def _note(source: Source) -> Runs:
    if source.type == "hearing":
        witness = group("testimony of", in_full(source, "author"), between=" ")
        return group(witness, before="(", after=")")
    if source.type == "legal_case":
        return ()
    return group(source.text("status"), before="(", after=")")


def _bill(source: Source) -> Runs:
    is_of_congress = source.has("authority", "chapter-number", "container-title")
    number = source.number("number") if is_of_congress else numbered(source)
    return group(
        group(source.text("genre"), number, between=" "),
        _session(source),
        _volume_and_first_page(source),
        between=", ",
    )


def _session(source: Source) -> Runs:
    parts = (source.text("authority"), source.number("chapter-number"))
    return group(*parts, between=" ")


def _case(source: Source) -> Runs:
    if not source.has("container-title"):
        return numbered(source)
    return group(
        source.number("volume"),
        source.text("container-title"),
        _section(source),
        _first_page(source) or words("___"),
        between=" ",
    )


def _statute(source: Source) -> Runs:
    if not source.has("number"):
        return _code(source)
    kind = capitalized(source.text("genre")) or "Pub. L."
    law = group(kind, numbered(source), between=" ")
    return group(law, _volume_and_first_page(source), between=", ")


def _regulation(source: Source) -> Runs:
    order = group(source.text("genre"), numbered(source), between=" ")
    return group(order, _code(source), between=", ")


def _treaty(source: Source) -> Runs:
    place = _first_page(source) or numbered(source)
    series = (source.number("volume"), source.text("container-title"))
    return group(*series, place, between=" ")


def _code(source: Source) -> Runs:
    return group(
        source.number("volume"),
        source.text("container-title"),
        _section(source) or _first_page(source),
        between=" ",
    )


def _volume_and_first_page(source: Source) -> Runs:
    series = (source.number("volume"), source.text("container-title"))
    return group(*series, _first_page(source), between=" ")


def _section(source: Source) -> Runs:
    sign = numbers.label(source.value("section"), "§", "§§")
    return group(sign, source.number("section"), between=" ")


def _first_page(source: Source) -> Runs:
    first = source.value("page-first") or source.value("page").partition("-")[0]
    return words(first.partition("–")[0].strip())


_SOURCES = {
    "bill": _bill,
    "hearing": _session,
    "legal_case": _case,
    "legislation": _statute,
    "regulation": _regulation,
    "treaty": _treaty,
}
