"""The entries of a typed list of references: where each begins, and what it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importing.rich_text import Line, hrefs
from references import identifiers
from references.formats.text import contributors, parse
from references.formats.text.words import YEAR
from references.records import Item

# How much must speak for a line before it is taken for a reference.
STRONG = 2
CERTAIN = 3
_LONGEST = 120  # words

_NUMBER = re.compile(
    r"^[\s#]*(?:\[(?P<squared>[0-9]{1,3})\]|\((?P<round>[0-9]{1,3})\)"
    r"|(?P<plain>[0-9]{1,3})(?:[.)\]:](?=\D)|\s))[.:)\s]*(?=\S)"
)
_BULLET = re.compile(r"^\s*[•·▪●◦*–—-]\s+(?=\S)")
_CONTINUES = re.compile(
    r"^\s*(?:[a-z(&]|[0-9]+\s*[(:;,-]|10\.[0-9]{4}|doi\b|https?:|www\.|PMC?ID|Available"
    r"|Retrieved|Accessed|Epub|Published)"
)
_OPEN_END = re.compile(r"(?:[,;:&(–-]|\b(?:and|in|of|the|for|on|a|et|und|de|la|y))\s*$")
_SUPERSCRIPT = re.compile(r"^\s*(?:<sup>\s*)([0-9]{1,3})[.)\]]?\s*</sup>\s*")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_NUMBER = re.compile(r"^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*")

_SIGNS = (
    re.compile(
        rf"(?<![0-9]){YEAR}[a-z]?(?![0-9])|\b(?:n\.\s?d\.|in press|forthcoming)"
    ),
    re.compile(
        r"[0-9]\s?[(:;,]\s?[0-9]+[^.]{0,20}[:,;]\s?[A-Za-z]?[0-9]+|[0-9]+:[0-9]+"
    ),
    re.compile(
        r"\b(?:retrieved|available (?:from|at|online)|accessed|cited|abgerufen"
        r"|verfügbar|zugriff|consulté|disponible|consultado|consultato|geraadpleegd|epub|dostęp)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:press|publish\w+|verlag|éditions?|editorial|elsevier|springer|wiley"
        r"|thieme|karger|academic|[1-9][0-9]?(?:st|nd|rd|th) ed|eds?\.|Hrsg)\b",
        re.IGNORECASE,
    ),
)
_UNFINISHED = re.compile(r"\b(?:unpublished|personal communication|submitted)\b", re.I)


@dataclass(frozen=True)
class Entry:
    """One entry of a list: its number if it has one, its text, and the item it says.

    The item is empty where the text could not be read.
    """

    number: int | None
    text: str
    item: Item


@dataclass(frozen=True)
class Part:
    """A line of a list without its number, which may stand in the list's own markup."""

    number: int | None
    text: str
    links: tuple[str, ...]
    is_item: bool
    is_numbered: bool


def weight(part: Part) -> int:
    """Tell how much speaks for a line of a list being a reference."""
    text = " ".join([part.text, *part.links])
    return strength(text) + (part.is_item or part.is_numbered)


def strength(text: str) -> int:
    """Tell how much speaks for a text being a reference; 0 where nothing does."""
    if not text or len(text.split()) > _LONGEST:
        return 0
    signs = sum(bool(sign.search(text)) for sign in _SIGNS)
    found = {mention.identifier.scheme for mention in identifiers.mentions(text)}
    signs += 2 * bool(found) + bool(_UNFINISHED.search(text))
    return signs + bool(signs and contributors.take(text).names)


def parts(lines: Sequence[Line]) -> list[Part]:
    """Give the lines of a list without their numbers.

    Numbers count only where each is the one after the one before it, because a title or
    a wrapped line may begin with a number too.
    """
    numbers = [_typed_number(line) for line in lines]
    expected = _first_number([number for number, _text in numbers])
    found = []
    for line, (number, text) in zip(lines, numbers, strict=True):
        links = tuple(href for href in hrefs(line.html) if _is_place(href))
        if number is not None and number == expected:
            expected = number + 1
            found.append(Part(number, text, links, bool(line.list), True))
        else:
            bare = _BULLET.sub("", line.text)
            item = bool(line.list) or bare != line.text
            found.append(Part(line.number, bare, links, item, line.number is not None))
    return found


def _first_number(numbers: Sequence[int | None]) -> int | None:
    """Give where a list begins to count: at 1, unless its first line says otherwise."""
    if not numbers or numbers[0] is not None:
        return numbers[0] if numbers else None
    return 1 if 1 in numbers else None


def gathered(found: Sequence[Part]) -> Iterator[list[Part]]:
    """Give the parts that are one entry together, because a line was broken."""
    entry: list[Part] = []
    last = max((at for at, part in enumerate(found) if part.is_numbered), default=-1)
    for at, part in enumerate(found):
        if entry and _goes_on(entry, part, before_number=at < last):
            entry.append(part)
            continue
        if entry:
            yield entry
        entry = [part]
    if entry:
        yield entry


def as_one(pieces: Sequence[Part]) -> Part:
    """Give the line that lines are together; an address is joined without a space."""
    text = pieces[0].text
    for piece in pieces[1:]:
        joint = "" if re.search(r"https?://\S*[/=-]$", text) else " "
        text = f"{text}{joint}{piece.text}"
    links = tuple(link for piece in pieces for link in piece.links)
    return replace(pieces[0], text=text, links=links)


def entry_of(pieces: Sequence[Part]) -> Entry:
    """Give the entry that lines are together."""
    line = as_one(pieces)
    links = [link for link in line.links if link not in line.text]
    return Entry(line.number, line.text, _read(line.text, links))


def renumbered(found: Sequence[Entry]) -> list[Entry]:
    """Number the entries of a list in which none has a number, in their order."""
    if any(entry.number is not None for entry in found):
        return list(found)
    return [replace(entry, number=at) for at, entry in enumerate(found, 1)]


def _read(text: str, links: Sequence[str]) -> Item:
    item = parse(text)
    placed = {"DOI", "PMID", "PMCID", "URL"} & item.keys()
    for link in links:
        if placed:
            break
        more = parse(f"{text} {link}")
        placed = {"DOI", "PMID", "PMCID", "URL"} & more.keys()
        item = more if placed else item
    return item


def _typed_number(line: Line) -> tuple[int | None, str]:
    if raised := _SUPERSCRIPT.match(line.html):
        return int(raised[1]), Line(line.html[raised.end() :]).text
    text = line.text
    if raised := _RAISED_NUMBER.match(text):
        return int(raised[1].translate(_RAISED)), text[raised.end() :]
    match = _NUMBER.match(text)
    if match is None:
        return None, text
    return int(match["squared"] or match["round"] or match["plain"]), text[
        match.end() :
    ]


def _goes_on(entry: Sequence[Part], part: Part, *, before_number: bool) -> bool:
    """Tell whether a line goes on with the lines before it."""
    if part.is_numbered or part.is_item:
        return False
    before = " ".join(each.text for each in entry)
    if _OPEN_END.search(before) or (entry[0].is_numbered and before_number):
        return True
    if entry[0].is_numbered and strength(part.text) < STRONG:
        return bool(_CONTINUES.match(part.text)) or not re.search(r"[.\d/)\]]$", before)
    if contributors.take(part.text).names or not _CONTINUES.match(part.text):
        return False
    return not (strength(before) >= CERTAIN and strength(part.text) >= CERTAIN)


def _is_place(href: str) -> bool:
    """Tell whether a link leads to a source, and not into a tool or the text."""
    return href.startswith(("https://", "http://")) and "zotero.org/" not in href
