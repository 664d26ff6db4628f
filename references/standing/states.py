"""The states that a published work can be in, and how several reports become one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class State(StrEnum):
    """What is recorded about a work, from nothing to the most serious."""

    CURRENT = "current"
    CORRECTED = "corrected"
    CONCERN = "concern"
    PARTLY_RETRACTED = "partly-retracted"
    WITHDRAWN = "withdrawn"
    RETRACTED = "retracted"

    @property
    def severity(self) -> int:
        """Its place in that order: a greater number is more serious."""
        return list(State).index(self)


@dataclass(frozen=True)
class Standing:
    """What one or more sources record about a work.

    `notice_of` is set where the work is itself a notice: it names the state that the
    notice puts another work in. `notice_doi`, `notice_pmid` and `date` (year, month,
    day, as far as known) belong to the notice about this work, and are empty when it is
    not known; `sources` names who records `state` or `notice_of`.
    """

    state: State = State.CURRENT
    notice_of: State | None = None
    notice_doi: str = ""
    notice_pmid: str = ""
    date: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def is_notice(self) -> bool:
        """Whether the work is a notice about another one."""
        return self.notice_of is not None


def union(standings: Iterable[Standing]) -> Standing:
    """Give the most serious state that any source records.

    Of sources that agree on it, the latest notice counts, and what one leaves out of
    that notice another may add. A work is a notice if any source says so.
    """
    reports = list(standings)
    if not reports:
        return Standing()
    state = max((report.state for report in reports), key=lambda it: it.severity)
    agreeing = [report for report in reports if report.state == state]
    latest = max(agreeing, key=lambda report: report.date)
    kinds = [report.notice_of for report in reports if report.notice_of]
    for report in agreeing:
        if _same_notice(report, latest):
            latest = replace(
                latest,
                notice_doi=latest.notice_doi or report.notice_doi,
                notice_pmid=latest.notice_pmid or report.notice_pmid,
            )
    speaking = agreeing if state is not State.CURRENT else reports
    return replace(
        latest,
        notice_of=max(kinds, key=lambda it: it.severity) if kinds else None,
        sources=tuple(dict.fromkeys(name for it in speaking for name in it.sources)),
    )


def _same_notice(one: Standing, other: Standing) -> bool:
    return (
        (bool(one.notice_doi) and one.notice_doi == other.notice_doi)
        or (bool(one.notice_pmid) and one.notice_pmid == other.notice_pmid)
        or not (other.notice_doi or other.notice_pmid)
    )


_MARKED = re.compile(
    r"\W*(?:(?P<retracted>retracted)|withdrawn|temporarily\s+removed|removed)"
    r"(?:\s+(?:article|paper|chapter|publication))?\s*[\]:)–—]",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\W*(?:(?P<partial>partial\s+retraction)"
    r"|(?P<retraction>(?:(?:statement|notice)\s+of\s+)?retraction)"
    r"|(?P<withdrawal>withdrawal)"
    r"|(?P<concern>(?:editorial\s+)?expression\s+of\s+concern)"
    r"|corrections?|corrigend(?:um|a)|errat(?:um|a))"
    # Not "Correction of hyponatraemia": the title of the work must be set apart.
    r"(?:\s+(?:notice|note)\b|\s+(?:to|for|of|on)\s*[:“‘«\"'<]"
    r"|\s*(?:[\]:.–—]|--|$)|\s+-\s)",
    re.IGNORECASE,
)


def state_in_title(title: str) -> State:
    """Give the state that a publisher put before a title, as in "RETRACTED: …".

    Only a fallback: not every publisher does so, and some title their notices alike.
    """
    match = _MARKED.match(title)
    if match is None:
        return State.CURRENT
    return State.RETRACTED if match["retracted"] else State.WITHDRAWN


def notice_in_title(title: str) -> State | None:
    """Give the state that a notice with such a title announces, as "Retraction: …"."""
    match = _NOTICE.match(title)
    if match is None:
        return None
    if match["partial"]:
        return State.PARTLY_RETRACTED
    if match["retraction"]:
        return State.RETRACTED
    if match["withdrawal"]:
        return State.WITHDRAWN
    return State.CONCERN if match["concern"] else State.CORRECTED
