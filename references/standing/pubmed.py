"""Standings in PubMed's records, as XML (efetch) and as MEDLINE text (.nbib).

Publication types are compared as whole strings: "Retracted Publication" is the article,
"Retraction Notice" (until 2025 "Retraction of Publication") is the notice. What links
two records is a reference type of the PubMed DTD's `CommentsCorrections`, or a tag of
the MEDLINE display.
"""

import re
from calendar import month_abbr
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from references.identifiers import find
from references.records import Problem
from references.standing.states import Standing, State, notice_in_title, state_in_title

_RETRACTED = "Retracted Publication"
_NOTICES = {
    "Retraction Notice": State.RETRACTED,
    "Retraction of Publication": State.RETRACTED,
    "Expression of Concern": State.CONCERN,
    "Published Erratum": State.CORRECTED,
}
# What a link says of the record that it stands on, by its name in XML and its tag.
_ABOUT_THIS = {
    ("RetractionIn", "RIN"): State.RETRACTED,
    ("RetractedandRepublishedIn", "RRI"): State.RETRACTED,
    ("PartialRetractionIn", "PRIN"): State.PARTLY_RETRACTED,
    ("ExpressionOfConcernIn", "ECI"): State.CONCERN,
    ("ErratumIn", "EIN"): State.CORRECTED,
    ("CorrectedandRepublishedIn", "CRI"): State.CORRECTED,
}
# What it says of the record that it points to.
_ABOUT_ANOTHER = {
    ("RetractionOf", "ROF"): State.RETRACTED,
    ("PartialRetractionOf", "PROF"): State.PARTLY_RETRACTED,
    ("ExpressionOfConcernFor", "ECF"): State.CONCERN,
    ("ErratumFor", "EFR"): State.CORRECTED,
}
_IN = {name: state for names, state in _ABOUT_THIS.items() for name in names}
_OF = {name: state for names, state in _ABOUT_ANOTHER.items() for name in names}

_DATE = re.compile(
    rf"\b((?:1[89]|20)\d\d)(?: ({'|'.join(month_abbr[1:])})[a-z]*)?(?: (\d{{1,2}})\b)?"
)


@dataclass
class _Entry:
    """What matters here of one PubMed record."""

    pmid: str = ""
    title: str = ""
    types: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


def from_pubmed_xml(text: str) -> tuple[dict[str, Standing], list[Problem]]:
    """Give the standing of each record of an efetch answer by its PMID.

    Text that is no such answer, or XML with a DTD's tricks in it, is a problem.
    """
    unreadable = Problem("PubMed", "PubMed’s answer cannot be read.", text[:1000])
    try:
        root = fromstring(text, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        return {}, [unreadable]
    if not root.tag.startswith("Pubmed"):
        return {}, [unreadable]
    return _standings(_xml_entries(root)), []


def from_medline(text: str) -> dict[str, Standing]:
    """Give the standing of each record of a MEDLINE text by its PMID."""
    return _standings(_medline_entries(text))


def _standings(entries: Iterable[_Entry]) -> dict[str, Standing]:
    return {entry.pmid: _standing(entry) for entry in entries if entry.pmid}


def _standing(entry: _Entry) -> Standing:
    inward = [(_IN[kind], text) for kind, text in entry.links if kind in _IN]
    states = [state for state, _ in inward]
    if _RETRACTED in entry.types:
        states.append(State.RETRACTED)
    notices = [_OF[kind] for kind, _ in entry.links if kind in _OF]
    notices += [_NOTICES[kind] for kind in entry.types if kind in _NOTICES]
    if not states and not notices:
        states = [state_in_title(entry.title)]
        notices = list(filter(None, [notice_in_title(entry.title)]))
    state = max(states, key=lambda it: it.severity, default=State.CURRENT)
    # Of several notices the last is the one that holds.
    notice = max(
        (text for kind, text in inward if kind is state), key=_date, default=""
    )
    ids = {it.scheme: it.value for it in reversed(find(notice))}
    return Standing(
        state=state,
        notice_of=max(notices, key=lambda it: it.severity, default=None),
        notice_doi=ids.get("doi", ""),
        notice_pmid=ids.get("pmid", ""),
        date=_date(notice),
        sources=("PubMed",),
    )


def _date(text: str) -> tuple[int, ...]:
    match = _DATE.search(text)
    if match is None:
        return ()
    year, month, day = match.groups()
    parts = [int(year)]
    if month:
        parts.append(list(month_abbr).index(month))
        if day:
            parts.append(int(day))
    return tuple(parts)


def _xml_entries(root: Element) -> Iterator[_Entry]:
    for article in root.iter("MedlineCitation"):
        yield _Entry(
            pmid=(article.findtext("PMID") or "").strip(),
            title=_words(article.find("Article/ArticleTitle")),
            types=[
                _words(kind)
                for kind in article.findall(
                    "Article/PublicationTypeList/PublicationType"
                )
            ],
            links=[
                (
                    link.get("RefType", ""),
                    f"{_words(link.find('RefSource'))} "
                    f"PMID: {(link.findtext('PMID') or '').strip()}",
                )
                for link in article.findall(
                    "CommentsCorrectionsList/CommentsCorrections"
                )
            ],
        )
    for book in root.iter("BookDocument"):
        yield _Entry(
            pmid=(book.findtext("PMID") or "").strip(),
            title=_words(book.find("ArticleTitle")),
            types=[_words(kind) for kind in book.findall("PublicationType")],
        )


def _words(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _medline_entries(text: str) -> Iterator[_Entry]:
    entry = _Entry()
    for tag, value in _medline_lines(text):
        if tag == "PMID":
            yield entry
            entry = _Entry(pmid=value.split()[0] if value else "")
        elif tag in ("TI", "BTI"):
            entry.title = entry.title or value
        elif tag == "PT":
            entry.types.append(value)
        elif tag in _IN or tag in _OF:
            entry.links.append((tag, value))
    yield entry


def _medline_lines(text: str) -> Iterator[tuple[str, str]]:
    """Give tags with their values, wrapped lines joined."""
    tag, value = "", ""
    for line in text.splitlines():
        if match := re.match(r"([A-Z]{2,4})\s*- ?(.*)", line):
            yield tag, value
            tag, value = match[1], match[2].strip()
        elif line.startswith(" "):
            value = f"{value} {line.strip()}"
    yield tag, value
