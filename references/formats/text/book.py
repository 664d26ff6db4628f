"""Books, parts of books, reports and theses among typed references."""

import re
from typing import NamedTuple

from references.formats.text import contributors
from references.formats.text.words import (
    CAPITAL,
    DASH,
    MONTH,
    PAGES,
    YEAR,
    joined,
    sentences,
    tidy,
)
from references.names import Name


class Imprint(NamedTuple):
    """A book's title and where it was published, its parts as typed."""

    title: str
    publisher: str = ""
    place: str = ""
    date: str = ""
    edition: str = ""
    volume: str = ""
    pages: str = ""
    extent: str = ""


class Part(NamedTuple):
    """A part of a book: its title, the book's editors, and the book."""

    title: str
    editors: list[Name]
    book: str


_EDITION = re.compile(
    r"[\s,.;(]{1,3}(?P<edition>(?:[0-9]{1,3}\s?(?:st|nd|rd|th)|first|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth|tenth|revised|rev\.?|international|[IVX]{1,5}|new)"
    r"(?:\srev(?:ised)?\.?)?)\s(?:ed(?:itio)?n?\b\.?)(?:\sed\b\.?)?\)?",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    rf"[,.(]\s?(?:vol(?:ume|s|\.)?|bd\.?)\s?(?P<volume>[0-9]{{1,4}}(?:{DASH}[0-9]{{1,4}})?"
    r"|[IVX]{1,6})\b(?:,\s?(?:pt|part)\b\.?\s?[0-9]{1,3})?\)?",
    re.IGNORECASE,
)
_PAGES = re.compile(
    rf"[\s,.;(]{{1,3}}(?:pp?|pages?)\b\.?\s?(?P<pages>{PAGES})\)?(?=[\s.,;)]|$)"
)
_EXTENT = re.compile(r"[\s,.;(]{1,3}(?P<extent>[0-9]{1,5})\s?(?:pp?|pages)\b\.?\)?")
_DATE = (
    rf"(?P<date>{YEAR}(?:\s{MONTH}(?:\s[0-9]{{1,2}})?)?|in press|forthcoming)\s?{DASH}?"
)
_AFTER_PUBLISHER = re.compile(rf"[;,]\s?(?:c|©)?\(?{_DATE}\)?[\s.;]*$", re.IGNORECASE)
_DATE_AT_END = re.compile(rf"[\s.(]+{_DATE}\)?[\s.;]*$", re.IGNORECASE)
_PLACE = re.compile(
    rf"(?P<place>{CAPITAL}(?:[^.;:]|(?<=\b[A-Z])\.(?=\s?[A-Z]\.|(?<=[A-Z]\.[A-Z]\.))"
    rf"|(?<=\bSt)\.){{1,50}})\s?:\s?"
    r"(?P<publisher>[^;]{2,160})$"
)
_PUBLISHER_AND_PLACE = re.compile(
    r"(?P<publisher>[^,]+(?:,\s(?:Inc|Ltd|Limited|LLC|Co)\b\.?)?),\s(?P<place>.+)"
)
_TOWN = re.compile(rf"{CAPITAL}[^\W\d_]+(?:,?\s{CAPITAL}[^\W\d_]+){{0,2}}")
_IN = re.compile(
    rf"\s(?:[Pp]ages?\s(?P<pages>{PAGES})\s)?In:\s?(?=\S)"
    rf"|\s[Pp]ages?\s(?P<range>{PAGES})\s[Ii]n\s(?={CAPITAL})"
    rf"|(?<=[.?!])\s(?={CAPITAL}[^.()]{{2,300}},\s[Ee]ditors?\.\s)|(?<=[.?!,])[\"'”’]?\sin:\s?(?=\S)|(?<=[.?!])\s[Ii]n\s(?={CAPITAL})"
    rf"|(?<=,)\sin\s(?={CAPITAL}[^\s,]+\s{CAPITAL}{{1,3}}\b)"
)
_EDITED_AFTER = re.compile(
    r"[\s,(]{1,2}(?:\(?edited by|\(?eds?\b\.?:?)\s(?P<names>[^()]{2,400}?)(?:\)|$)",
)
_BOOK_WITH_EDITORS = re.compile(
    r"(?P<names>.{3,600}?),?\s?[(\[]?\b(?:[Ee]ditors?|[Ee]ds?)\b\.?[)\]]?[.,:;]?\s(?P<book>.+)",
)


def read_part(text: str) -> Part | None:
    """Give the part and its book where a text says "In:", else `None`."""
    match = _IN.search(text)
    if match is None:
        return None
    pages = match["pages"] or match["range"]
    title, rest = text[: match.start()], text[match.end() :]
    title = f"{tidy(title)}, p. {pages}" if pages else title
    editors: list[Name] = []
    head = contributors.take(rest)
    if head.names and (head.editors or len(head.rest.split()) > 1):
        editors, rest = head.names, head.rest
    elif (after := _EDITED_AFTER.search(rest)) and (
        named := contributors.take(after["names"]).names
    ):
        editors = named
        rest = f"{rest[: after.start()]}{rest[after.end() :]}"
    elif (before := _BOOK_WITH_EDITORS.match(rest)) and len(sentences(before[1])) == 1:
        editors = [{"literal": tidy(before["names"])}]
        rest = before["book"]
    return Part(tidy(title), editors, rest)


def read(text: str, *, dated: bool) -> Imprint:
    """Give a book's title and imprint.

    Knows "Title. Place: Publisher; Year" (Vancouver, AMA), "Title. Publisher, Place"
    and "Title. Publisher" (APA and journals of its kind).
    """
    found: dict[str, str] = {}
    for pattern in (_EDITION, _PAGES, _EXTENT, _VOLUME):
        if match := pattern.search(text):
            found |= {key: tidy(value) for key, value in match.groupdict().items()}
            text = _without(text, match.start(), match.end())
    year = _AFTER_PUBLISHER.search(text)
    if year or (not dated and (year := _DATE_AT_END.search(text))):
        found["date"] = tidy(year["date"])
    title, publisher, place = _imprint(
        text[: year.start()] if year else text, closed=bool(year and ";" in year[0])
    )
    return Imprint(title=title, publisher=publisher, place=place, **found)


def _without(text: str, start: int, end: int) -> str:
    """Leave out a piece, with a stop in its place between what surrounds it."""
    before, after = text[:start].rstrip(" .,"), text[end:]
    if re.match(r"\s?[:;]", after):
        return f"{before}{after}"
    after = after.lstrip(" .,)")
    return f"{before}. {after}" if before and after else f"{before}{after}"


def _imprint(text: str, *, closed: bool) -> tuple[str, str, str]:
    """Give title, publisher and place; `closed` where a semicolon ends them."""
    parts = sentences(text)
    if not parts:
        return "", "", ""
    for at in range(len(parts) - 1, 0, -1):
        tail = ". ".join(parts[at:])
        if (match := _PLACE.match(tail)) and len(match["place"].split()) <= 6:
            return joined(parts[:at]), tidy(match["publisher"]), tidy(match["place"])
    if len(parts) == 1:
        title, colon, publisher = parts[0].rpartition(": ")
        if colon and closed:
            return tidy(title), tidy(publisher), ""
        return parts[0], "", ""
    title, last = joined(parts[:-1]), parts[-1]
    if match := None if closed else _PUBLISHER_AND_PLACE.fullmatch(last):
        return title, tidy(match["publisher"]), tidy(match["place"])
    if len(parts) > 2 and _TOWN.fullmatch(parts[-2]):
        return joined(parts[:-2]), last, parts[-2]
    return title, last, ""
