"""The date element (9.13-9.17)."""

from references.formats.apa.kinds import is_published
from references.formats.rendering.dates import Date, month_and_day, year
from references.formats.rendering.runs import Runs, group, words
from references.formats.rendering.source import Source

# Works of the day, which are dated to the day.
_FULL_DATES = {
    "article-magazine",
    "article-newspaper",
    "broadcast",
    "collection",
    "document",
    "event",
    "motion_picture",
    "pamphlet",
    "performance",
    "personal_communication",
    "post",
    "post-weblog",
    "song",
    "speech",
    "webpage",
}
_FULL_DATES_UNPUBLISHED = {"interview", "paper-conference"}


def date(source: Source) -> Runs:
    """Give "(2020)", "(2020a, May 7)", "(in press)" or "(n.d.)"."""
    issued, suffix = source.date("issued"), source.text("year-suffix")
    if issued:
        is_full = source.type in _FULL_DATES or (
            source.type in _FULL_DATES_UNPUBLISHED and not is_published(source)
        )
        day = words(month_and_day(issued)) if is_full else ()
        printed = group(group(year_with_circa(issued), suffix), day, between=", ")
    else:
        printed = group(words(source.value("status").lower() or "n.d."), suffix)
    return group(printed, before="(", after=")")


def year_with_circa(moment: Date | None) -> Runs:
    """Give "1900" or "ca. 1900"."""
    circa = "ca." if moment and moment.circa else ""
    return group(circa, words(year(moment)), between=" ")
