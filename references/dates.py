"""Dates, as citation formats write them, to CSL dates."""

import re
from calendar import monthrange
from collections.abc import Sequence
from typing import Any

Date = dict[str, Any]

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SEASONS = ("Spring", "Summer", "Autumn", "Winter")

_MONTH_NUMBERS = {month[:3].lower(): at for at, month in enumerate(MONTHS, 1)}
_SEASON_NUMBERS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_MONTH = re.compile(
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])",
    re.IGNORECASE,
)
_SEASON = re.compile(r"\b(spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1\d{3}|2[01]\d\d)(?!\d)")
_DAY = re.compile(r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th)?(?!\d)", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,4}")
_RANGE = re.compile(r"\s*(?:[-‐‑–—]+|/|\bto\b|\band\b)\s*")
_ISO = re.compile(
    r"^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?[-/.]?(?:[T ]\d\d?:.*)?Z?$"
)
_SLASHES = re.compile(r"^(\d{4})?/(\d{1,2})?/(\d{1,2})?(?:/(.*))?$")
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
_YEARS = re.compile(r"^(\d{4})\s*[-‐‑–—/]\s*(\d{4})$")
_NUMERIC = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_LONGEST = 200


def parse(text: str) -> Date:
    """Give the CSL date that a text stands for; `{}` for none, `raw` when unreadable.

    Reads ISO dates and ranges, RIS's "2023/07/01/", PubMed's "2023 Jul-Sep",
    "1998 Dec-1999 Jan" and "2012 Mar 15-21", "12 May 2024", "May 12, 2024",
    "Spring 2001" (`season` is 1 for spring to 4 for winter, as in CSL). Of a date such
    as "05/12/2024", whose day and month cannot be told apart, only the year is given.

    >>> parse("1998 Dec-1999 Jan")
    {'date-parts': [[1998, 12], [1999, 1]]}
    """
    text = " ".join(text.split()).strip(" ,;")[:_LONGEST]
    if not text.strip("/-. "):
        return {}
    return _numeric(text) or _worded(text) or {"raw": text}


def parts(date: object) -> tuple[int, ...]:
    """Give year, month and day of a CSL date, as many as are known; `()` for none.

    Takes date parts that are strings, nulls, out of range, too many or not there at
    all, and reads `raw`, `literal` and plain texts.
    """
    ranges = _ranges(date)
    return tuple(ranges[0]) if ranges else ()


def normalise(date: object) -> Date:
    """Give a CSL date under the conventions of `references.records`; `{}` for none."""
    ranges = _ranges(date)
    if not ranges:
        raw = _text(date)
        return {"raw": raw[:_LONGEST]} if raw else {}
    season = _season(date) if len(ranges[0]) == 1 else None
    return {"date-parts": ranges} | ({"season": season} if season else {})


def iso(date: object) -> str:
    """Give the start of a CSL date as ISO 8601 writes it ("2023-07"), or ""."""
    return _iso(parts(date))


def as_text(date: object) -> str:
    """Give a CSL date as a text that `parse` reads back; "" for none.

    A range is written "2023-07/2023-09", a season "Spring 2001".
    """
    ranges = _ranges(date)
    if not ranges:
        return _text(date)
    if len(ranges[0]) == 1 and (season := _season(date)):
        return f"{SEASONS[season - 1]} {ranges[0][0]}"
    return "/".join(_iso(each) for each in ranges)


def _iso(known: Sequence[int]) -> str:
    return "-".join(f"{part:0{2 if at else 4}}" for at, part in enumerate(known))


def _ranges(date: object) -> list[list[int]]:
    if isinstance(date, dict) and isinstance(lists := date.get("date-parts"), list):
        if lists and not isinstance(lists[0], list):
            lists = [lists]
        read = [_checked(each) for each in lists[:2] if isinstance(each, list)]
        if read and read[0]:
            return [each for each in read if each]
    found = parse(_text(date))
    ranges: list[list[int]] = found.get("date-parts", [])
    return ranges


def _text(date: object) -> str:
    if isinstance(date, dict):
        values = (date.get(key) for key in ("raw", "literal", "date-time"))
        date = next((value for value in values if value), "")
    if isinstance(date, bool) or not isinstance(date, str | int):
        return ""
    return " ".join(str(date).split())


def _season(date: object) -> int | None:
    season = date.get("season") if isinstance(date, dict) else None
    if season is None:
        return parse(_text(date)).get("season")
    word = str(season).strip().lower()
    if word.isdecimal() and word.isascii():
        number = int(word[:3])
        return number if 1 <= number <= 4 else None
    return _SEASON_NUMBERS.get(word)


def _checked(values: list[Any]) -> list[int]:
    """Give the leading date parts that are whole numbers and can be a date."""
    numbers: list[int] = []
    for value in values[:3]:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            break
        text = str(value).strip().removesuffix(".0")
        if not _WHOLE_NUMBER.fullmatch(text):
            break
        numbers.append(int(text))
    return _valid(*numbers) if numbers else []


def _valid(year: int, month: int | None = None, day: int | None = None) -> list[int]:
    """Give the parts up to the first that no calendar has."""
    if not year:
        return []
    if not month or not 1 <= month <= 12:
        return [year]
    longest = monthrange(year, month)[1] if year > 0 else 31
    if not day or not 1 <= day <= longest:
        return [year, month]
    return [year, month, day]


def _numeric(text: str) -> Date:
    if match := _COMPACT.match(text) or _ISO.match(text):
        year, month, day = (int(part or 0) for part in match.groups())
        return _dated([_valid(year, month, day)]) if _is_year(year) else {}
    start, slash, end = text.partition("/")
    if slash and _ISO.match(start) and _ISO.match(end) and _is_year(int(end[:4])):
        ranges = [_numeric(side).get("date-parts", [[]])[0] for side in (start, end)]
        return _dated(ranges) if all(ranges) else {}
    if match := _YEARS.match(text):
        years = [int(match[1]), int(match[2])]
        return _dated([[year] for year in years]) if all(map(_is_year, years)) else {}
    if match := _NUMERIC.match(text):
        first, second, year = (int(part) for part in match.groups())
        if not _is_year(year):
            return {}
        if first > 12 >= second:
            return _dated([_valid(year, second, first)])
        if second > 12 >= first or first == second:
            return _dated([_valid(year, first, second)])
        return _dated([[year]])
    if match := _SLASHES.match(text):
        return _slashes(match)
    return {}


def _slashes(match: re.Match[str]) -> Date:
    """Read RIS's YYYY/MM/DD/other: the last part may hold a season or a month."""
    year, month, day = (int(part or 0) for part in match.groups()[:3])
    other = match[4] or ""
    if not _is_year(year):
        return _worded(other)
    if not month and other:
        return _worded(f"{year} {other}")
    return _dated([_valid(year, month, day)])


def _is_year(year: int) -> bool:
    return 1000 <= year <= 2199


def _dated(ranges: list[list[int]]) -> Date:
    return {"date-parts": ranges}


def _worded(text: str) -> Date:
    start, end = _sides(text)
    first, second = _words(start), _words(end)
    year = first[0] or second[0]
    if not year:
        return {}
    if first[1] is None and second[1] is not None and first[2] is not None:
        first = (first[0], second[1], first[2])
    begin = _valid(year, first[1], first[2])
    season = _SEASON.search(start)
    date = _dated([begin])
    if season and len(begin) == 1:
        date["season"] = _SEASON_NUMBERS[season[1].lower()]
    until = _valid(second[0] or year, second[1] or first[1], second[2])
    if any(second) and len(until) == len(begin) and until > begin:
        date["date-parts"].append(until)
    return date


def _sides(text: str) -> tuple[str, str]:
    """Split a range at the first dash that has something of a date on both sides."""
    for dash in _RANGE.finditer(text):
        start, end = text[: dash.start()], text[dash.end() :]
        first, second = _words(start), _words(end)
        # "1999-Oct" is one date; "1999 Oct-Nov" is two.
        whole = first[0] and not any(first[1:]) and second[1] and not second[0]
        if any(first) and any(second) and not whole:
            return start, end
    return text, ""


def _words(text: str) -> tuple[int | None, int | None, int | None]:
    """Give the year, month and day that a text names, each where it does."""
    year = _YEAR.search(text)
    month = _MONTH.search(text)
    rest = text if year is None else text[: year.start()] + " " + text[year.end() :]
    day = _DAY.search(rest)
    return (
        int(year[1]) if year else None,
        _MONTH_NUMBERS[month[1][:3].lower()] if month else None,
        int(day[1]) if day else None,
    )
