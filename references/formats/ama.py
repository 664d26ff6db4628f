"""AMA style: references as the AMA Manual of Style (11th edition, chapter 3) has them.

What the manual leaves open, and the order of parts it does not show, follow the CSL
style american-medical-association.
"""

from django.utils.safestring import SafeString

from references.formats.rendering import dates, numbers, pages, runs
from references.formats.rendering.names import Name, surname_first
from references.formats.rendering.runs import Runs, group, italic, words
from references.formats.rendering.source import Source
from references.formats.rendering.titles import capitalized, title_case
from references.records import Item

_MOST_NAMES = 6
_NAMES_BEFORE_ET_AL = 3
_IN_ITALICS = {
    "bill",
    "book",
    "graphic",
    "legal_case",
    "legislation",
    "motion_picture",
    "report",
    "song",
    "thesis",
}
_IN_BOOKS = {"chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"}
_ON_THE_WEB = {"post", "post-weblog", "webpage"}


def as_text(item: Item) -> str:
    """Give one CSL-JSON item as a line of text; what is missing is left out."""
    return runs.as_text(_reference(Source(item, dash="-")))


def as_html(item: Item) -> SafeString:
    """Give the same line as escaped HTML, its DOI or its address as a link."""
    return runs.as_html(_reference(Source(item, dash="-")))


def _reference(source: Source) -> Runs:
    creators, rest = _creators(source)
    entry = group(creators, _title(rest), *_publication(rest), between=". ", after=".")
    updated = group(
        "Updated", words(dates.month_first(rest.date("updated"))), between=" "
    )
    return group(entry, updated, _access(rest), between=". ")


def _creators(source: Source) -> tuple[Runs, Source]:
    """Give the authors, or who or what stands for them, and the source less that."""
    if authors := source.people("author"):
        return words(_names(authors)), source
    if source.has("editor"):
        return _editors(source), source.without("editor")
    return _title(source), source.without("title")


def _names(people: tuple[Name, ...]) -> str:
    names = [surname_first(name) for name in people]
    if len(names) > _MOST_NAMES:
        names = [*names[:_NAMES_BEFORE_ET_AL], "et al."]
    return ", ".join(names)


def _editors(source: Source) -> Runs:
    editors = source.people("editor")
    label = "ed." if len(editors) == 1 else "eds."
    return group(words(_names(editors)), label, between=", ")


def _title(source: Source) -> Runs:
    title = source.text("title")
    if source.type in _IN_ITALICS:
        return italic(title_case(title, source.value("language")))
    return title


def _publication(source: Source) -> tuple[Runs, ...]:
    if source.type == "legal_case":
        return (_case(source),)
    if source.type == "thesis":
        return source.text("genre"), _publisher_and_year(source)
    if source.type == "speech":
        return (_speech(source),)
    if source.type in _IN_BOOKS:
        return (_inside_book(source),)
    if source.type in _ON_THE_WEB:
        day = words(dates.month_first(source.date("issued")))
        return source.text("container-title"), day
    if source.type in _IN_ITALICS:
        return (_book(source),)
    return _periodical(source)


def _book(source: Source) -> Runs:
    """Give "Vol 2. 3rd ed. (Ee F, ed.). Publisher; 2020:5-9" (3.12)."""
    imprint = group(
        _volume(source),
        _edition(source),
        group(_editors(source), before="(", after=")"),
        _publisher_and_year(source),
        between=". ",
    )
    return group(imprint, _pages(source), between=":")


def _inside_book(source: Source) -> Runs:
    """Give "In: Ee F, ed. *Book*. Vol 2. 3rd ed. Publisher; 2020:5-9" (3.12.4)."""
    book = title_case(source.text("container-title"), source.value("language"))
    imprint = group(
        _editors(source),
        italic(book),
        _volume(source),
        _edition(source),
        source.text("collection-title"),
        _publisher_and_year(source),
        between=". ",
    )
    place = _pages(source) or source.labelled("chapter-number", "chap", "chaps")
    return group(group("In", imprint, between=": "), place, between=":")


def _case(source: Source) -> Runs:
    reporter = group(source.text("container-title"), source.text("volume"), between=" ")
    year = words(dates.year(source.date("issued")))
    court = group(source.text("authority"), year, between=" ", before="(", after=")")
    editors = group(_editors(source), before="(", after=")")
    report = group(editors, reporter, between=". ")
    return group(group(report, _pages(source), between=", "), court, between=" ")


def _speech(source: Source) -> Runs:
    """Give "Paper presented at: Meeting; May 7, 2020; Place" (3.13.9)."""
    meeting = group(
        source.text("event-title"),
        words(dates.month_first(source.date("issued"))),
        source.text("event-place"),
        between="; ",
    )
    presented = group(capitalized(source.text("genre")), "presented at", between=" ")
    if not presented and source.has("event-title", "event-place"):
        presented = words("Presented at")
    return group(presented, meeting, between=": ")


def _periodical(source: Source) -> tuple[Runs, ...]:
    """Give "*J Ex*. 2020;17(3):340-348" (3.11), or the day where there is no volume."""
    place = source.text("number") or _pages(source)
    return (
        _editors(source),
        italic(source.short("container-title")),
        italic(source.text("publisher")) if source.type == "article" else (),
        group(_issue(source), place, between=":"),
    )


def _issue(source: Source) -> Runs:
    issued = source.date("issued")
    if source.has("issue", "volume"):
        date = words(dates.year(issued))
    else:
        label = {"article": "Preprint posted online", "article-newspaper": ""}
        date = group(
            label.get(source.type, "Published online"),
            words(dates.month_first(issued)),
            between=" ",
        )
    if source.type == "article-newspaper":
        return date
    supplement = source.labelled("supplement-number", "suppl", "suppls")
    volume = group(
        source.number("volume"),
        group(source.number("issue"), before="(", after=")"),
        group(supplement, before="(", after=")"),
    )
    return group(date, volume, between=";")


def _volume(source: Source) -> Runs:
    return source.labelled("volume", "Vol", "Vols")


def _edition(source: Source) -> Runs:
    return words(numbers.edition(source.value("edition"), source.dash))


def _pages(source: Source) -> Runs:
    return words(pages.expanded(source.value("page"), source.dash))


def _publisher_and_year(source: Source) -> Runs:
    year = words(dates.year(source.date("issued")))
    return group(source.text("publisher"), year, between="; ")


def _access(source: Source) -> Runs:
    if source.has("DOI"):
        return source.doi("doi:")
    if not source.has("URL"):
        return ()
    accessed = words(dates.month_first(source.date("accessed")))
    return group(group("Accessed", accessed, between=" "), source.url(), between=". ")
