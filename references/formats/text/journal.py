"""Where a typed reference says in which journal, volume and pages it was published."""

import re
from typing import NamedTuple

from references.formats.text.words import (
    CAPITAL,
    DASH,
    MONTH,
    PAGES,
    YEAR,
    sentences,
    tidy,
)


class Article(NamedTuple):
    """A journal article, its parts as typed: "" for what is not there."""

    title: str
    journal: str
    date: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""


_SUPPLEMENT = (
    r"(?:Suppl(?:ement)?|Pt|Part|Spec(?:ial)?(?:\sNo|\sIssue)?)\b\.?\s?\w{0,6}"
)
_VOLUME = (
    rf"(?:[vV]ol(?:ume)?\.?\s?)?(?P<volume>[A-Z]{{0,3}}[0-9]{{1,5}}[A-Z]?"
    rf"(?:/[0-9]{{1,4}}|{DASH}[0-9A-Z]{{1,4}})?|[IVXLC]{{1,8}})"
)
_ISSUE = (
    rf"(?:\.(?P<after_stop>[0-9]{{1,4}}(?:{DASH}[0-9]{{1,4}})?)|\s?[:,]?\s?\((?P<issue>[^()]{{1,40}})\)"
    rf"|[:,]?\s(?P<supplement>{_SUPPLEMENT}(?:\s?\([^()]{{1,20}}\))?)"
    rf"|,?\s?\b(?:[nN]o|[nN]r|[iI]ss(?:ue)?)\b\.?\s?(?P<number>[\w{chr(8211)}-]{{1,12}}))?"
)
_LABEL = (
    r"(?:(?:pp?|pages?|art(?:icle)?|art\.?\sno|Article\s(?:ID|[nN]o\.?))\b\.?:?\s?)"
)
_PAGES = rf"{_LABEL}?(?P<pages>{PAGES})"
# A date and a semicolon are Vancouver's: "2003 Oct 4;27(10 Suppl 1):433-40".
_VANCOUVER = re.compile(
    rf"(?:[\s.,;(]|(?<=[a-z]))(?P<date>{YEAR}(?:\s[0-9]{{1,2}})?(?:[\s,]{{1,2}}{MONTH})?(?:{DASH}{MONTH})?"
    rf"(?:\s[0-9]{{1,2}}(?:{DASH}[0-9]{{1,2}})?)?(?:,?\s{YEAR})?)[0-9]?\)?\s?;\s?"
    rf"(?:{_LABEL}(?P<page>{PAGES})|(?P<range>[A-Za-z]{{0,3}}[0-9]{{1,6}}{DASH}[A-Za-z]{{0,3}}"
    rf"[0-9]{{1,6}})(?=\.?\s*$)|(?:{_VOLUME})?{_ISSUE}(?:\s?[:.;,]{{1,2}}\s?{_PAGES})?)"
)
# BMC's: "2003, 27:433-440" and Springer's "(2003) 27:433".
_COMMA = re.compile(
    rf"[\s.,](?P<date>\(?{YEAR}\)?)[,:.]?\s{_VOLUME}{_ISSUE}\s?[:,]\s?{_PAGES}[.\s]*$"
)
# The year stood with the authors, or follows: "27, 433–440 (2003)".
_PLAIN = re.compile(
    rf"(?:[\s,.;]|(?<=[a-z])){_VOLUME}{_ISSUE}(?:\s?[:,;]\s?|(?<=\))\s)"
    rf"{_PAGES}\s?(?:[,.]?\s?\(?(?P<date>{YEAR})\)?)?[.\s]*$"
)
_ISSUE_ALONE = re.compile(
    rf"[\s,]{_VOLUME}\s?\((?P<issue>[^()]{{1,40}})\)(?:\s?\(?(?P<date>{YEAR})\)?)?[.\s]*$"
)
# Ahead of print: "2023 Jun 22:S0140-6736(23)00001-1".
_EARLY = re.compile(
    rf"[.?!]\s(?P<date>{YEAR}\s{MONTH}(?:\s[0-9]{{1,2}})?)\s?:\s?(?P<volume>)(?P<issue>)"
    r"(?P<pages>[A-Za-z0-9][^\s]{0,30}?)[.\s]*$"
)
# "Nature. 2014 May 3." with nothing after it.
_DATE_ALONE = re.compile(
    rf"[.?!]\s(?P<date>{YEAR}(?:[\s,]{{1,2}}{MONTH}(?:\s[0-9]{{1,2}})?)?)[.;\s]*$"
)

# IEEE's and Chicago's: “Title,” Journal.
_QUOTED = re.compile(
    r"[“\"](?P<title>[^“”\"]{3,600}?)[.,]{0,2}[”\"][.,]?\s(?P<journal>.+)", re.DOTALL
)
_OPENS_JOURNAL = re.compile(
    r"(?:the )?(?:(?:american|british|canadian|european|international|scandinavian"
    r"|australian(?: and new zealand)?|indian|chinese|japanese) )?"
    r"(?:journals?|annals|archives|acta|bulletin|proceedings|transactions"
    r"|comptes rendus|philosophical transactions|annales|zeitschrift|revista|revue)\b",
    re.IGNORECASE,
)
# A stop after these ends neither a title nor a word of a journal's name.
_NO_END = re.compile(r"(?:^|[\s(])(?:St|Mt|vs|spp?|subsp|var|cf|[Nn]o)\.$")
_CONTINUES_JOURNAL = re.compile(r"(?:Series|Section|Sect|Ser)\b")


def read(text: str, *, dated: bool) -> Article | None:
    """Give the article of a text without authors, or `None` for another layout.

    `dated` says that the year was already found beside the authors; without it a
    layout that holds no year is none.
    """
    for layout in (_VANCOUVER, _EARLY, _COMMA, _PLAIN, _ISSUE_ALONE):
        match = layout.search(text)
        if match is None:
            continue
        part = {key: tidy(value or "") for key, value in match.groupdict().items()}
        date = part["date"].strip("()")
        numbered = any(value for key, value in part.items() if key != "date")
        if not (date or dated) or not numbered:
            continue
        title, journal = split(text[: match.start()])
        if not journal:
            continue
        issues = ("issue", "supplement", "number", "after_stop")
        issue = next((part[key] for key in issues if part.get(key)), "")
        pages = part.get("pages") or part.get("page") or part.get("range") or ""
        return Article(title, journal, date, part["volume"], issue, pages)
    return None


def read_unnumbered(text: str) -> Article | None:
    """Give an article that has only a date after its journal, or `None`."""
    match = _DATE_ALONE.search(text)
    if match is None:
        return None
    title, journal = split(text[: match.start() + 1])
    return Article(title, journal, tidy(match["date"])) if journal else None


def split(text: str) -> tuple[str, str]:
    """Split a title from the journal that follows it; no journal for one sentence.

    A journal's name may hold stops: of abbreviations ("J. Clin. Invest."), or before
    the name of its section ("The journals of gerontology. Series A").
    """
    text = text.strip(" ,;(")
    if match := _QUOTED.match(text):
        return tidy(match["title"]), tidy(match["journal"])
    starts = _starts(text)
    if len(starts) < 2:
        return tidy(text), ""
    at = len(starts) - 1
    while at > 1 and _abbreviated(text[starts[at - 1] : starts[at]]):
        at -= 1
    if at > 1 and at == len(starts) - 1:
        before, last = text[starts[at - 1] : starts[at]], text[starts[at] :]
        named = _OPENS_JOURNAL.match(before) and len(before.split()) < 10
        if named or _CONTINUES_JOURNAL.match(last):
            at -= 1
    title, journal = text[: starts[at]], text[starts[at] :]
    return _title(title), tidy(journal)


def _starts(text: str) -> list[int]:
    """Give where each part between stops begins."""
    starts = [0]
    for match in re.finditer(r"[.?!][\"'”’)\]]{0,2}\s+", text):
        if not _NO_END.search(text[max(0, match.start() - 8) : match.start() + 1]):
            starts.append(match.end())
    return [start for start in starts if text[start:].strip(" .")]


def _abbreviated(part: str) -> bool:
    """Tell whether a part before a stop is of a journal's name ("Natl Acad.")."""
    words = part.rstrip(" .").split()
    if not part.rstrip().endswith(".") or not words or words[0] in {"Part", "Pt"}:
        return False
    longest = 7 if len(words) < 3 else 5
    capitals = all(re.match(CAPITAL, word) for word in words)
    return capitals and len(words) <= 3 and len(words[-1]) <= longest


def _title(text: str) -> str:
    text = text.strip()
    parts = sentences(text)
    return tidy(text) if parts else ""
