"""Dates as the styles print them."""

from dataclasses import dataclass

from references import dates

_EN_DASH = "–"


@dataclass(frozen=True)
class Date:
    """A day, a month, a season or a year, or a stretch from one to another.

    `start` and `end` hold year, month and day, as many as are known; `end` is empty
    for a single date. `season` is a word; `raw` is a text that could not be read.
    """

    start: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    season: str = ""
    raw: str = ""
    circa: bool = False

    @classmethod
    def read(cls, value: object) -> "Date | None":
        """Give the date that a CSL date object stands for, or None when it has none."""
        known = dates.normalise(value)
        if raw := known.get("raw"):
            return cls(raw=raw)
        if not (ranges := known.get("date-parts")):
            return None
        start, end = tuple(ranges[0]), tuple(ranges[1]) if ranges[1:] else ()
        if end:
            shorter = min(len(start), len(end))
            start, end = start[:shorter], end[:shorter]
        season = known.get("season")
        return cls(
            start,
            end if end != start else (),
            dates.SEASONS[season - 1] if season else "",
            circa=isinstance(value, dict) and bool(value.get("circa")),
        )


def year(date: Date | None) -> str:
    """Give "2023" or "2019–2020", or the raw text of a date that has no year."""
    if date is None:
        return ""
    years = dict.fromkeys(map(_year, (date.start, date.end)))
    return date.raw or _stretch(*years)


def month_and_day(date: Date | None) -> str:
    """Give "May 7", "May 7–9", "May–June" or "Spring"; "" where they are not known."""
    if date is None:
        return ""
    if date.season or not date.end or date.start[0] != date.end[0]:
        return date.season or _stretch(_month_day(date.start), _month_day(date.end))
    if date.start[1:2] == date.end[1:2]:
        return _stretch(_month_day(date.start), _numbers(date.end[2:]))
    return _stretch(_month_day(date.start), _month_day(date.end))


def month_first(date: Date | None) -> str:
    """Give "May 7, 2020", "May–June 2020" or "December 30, 2020–January 2, 2021"."""
    if date is None or date.raw:
        return year(date)
    if date.end and date.start[0] != date.end[0]:
        return _stretch(*(month_first(Date(each)) for each in (date.start, date.end)))
    between = ", " if len(date.start) == 3 else " "
    return between.join(filter(None, (month_and_day(date), _year(date.start))))


def year_first(date: Date | None) -> str:
    """Give "2020 May 7", "2020 May–Jun" or "2020 Dec 30–2021 Jan 2"."""
    if date is None or date.raw:
        return year(date)
    if date.end and date.start[0] != date.end[0]:
        return _stretch(*(year_first(Date(each)) for each in (date.start, date.end)))
    month = month_and_day(date)
    for name in dates.MONTHS:
        month = month.replace(name, name[:3])
    return " ".join(filter(None, (_year(date.start), month)))


def year_and_month(date: Date | None) -> Date | None:
    """Leave out the days."""
    if date is None:
        return None
    return Date(date.start[:2], date.end[:2], date.season, date.raw, date.circa)


def _stretch(*ends: str) -> str:
    return _EN_DASH.join(filter(None, ends))


def _year(parts: tuple[int, ...]) -> str:
    if not parts:
        return ""
    return f"{-parts[0]} BCE" if parts[0] < 0 else str(parts[0])


def _month_day(parts: tuple[int, ...]) -> str:
    month = dates.MONTHS[parts[1] - 1 : parts[1]] if parts[1:] else []
    return " ".join([*month, *map(str, parts[2:])])


def _numbers(parts: tuple[int, ...]) -> str:
    return " ".join(map(str, parts))
