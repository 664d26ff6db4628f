"""The standing of a work in a message of Crossref's REST API.

`updated-by` stands on the work that was updated, `update-to` on the notice that does
it (Crossref's documentation of updates and of the Retraction Watch data).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from references.standing.states import Standing, State, notice_in_title, state_in_title

_STATES = {
    "addendum": State.CORRECTED,
    "clarification": State.CORRECTED,
    "correction": State.CORRECTED,
    "corrigendum": State.CORRECTED,
    "erratum": State.CORRECTED,
    "expression_of_concern": State.CONCERN,
    "partial_retraction": State.PARTLY_RETRACTED,
    "removal": State.WITHDRAWN,
    "retraction": State.RETRACTED,
    "withdrawal": State.WITHDRAWN,
}
_REINSTATEMENT = "reinstatement"


@dataclass(frozen=True)
class _Update:
    """One entry of `updated-by` or `update-to` whose type changes a standing."""

    doi: str
    state: State
    date: tuple[int, ...]
    source: str

    @property
    def is_grave(self) -> bool:
        return self.state is not State.CORRECTED


def from_crossref(message: dict[str, Any]) -> Standing:
    """Give the standing of the work that a Crossref `message` describes.

    The most serious entry of `updated-by` counts, not the first, whoever recorded it:
    a correction often comes before a retraction, and Retraction Watch knows of
    retractions that the publisher never deposited. Three kinds of records need care:

    - Some publishers deposit both directions on both records. A notice then seems to be
      retracted by the article that it retracts: `_is_crossed_notice`
      tells them apart.
    - An entry that points at its own record updates it in place and makes no notice.
    - Where Crossref has no entry at all, words that the publisher put before the title
      ("RETRACTED: …", "Retraction: …") speak.

    Malformed entries are passed over; nothing is raised.
    """
    doi = _text(message.get("DOI")).lower()
    title = _title(message)
    by = list(_updates(message.get("updated-by")))
    to = list(_updates(message.get("update-to")))
    outward = [update for update in to if update.doi != doi]
    in_place = [update for update in to if update.doi == doi]
    if _is_crossed_notice(by, outward, title):
        by = [update for update in by if not update.is_grave]
    else:
        crossed = {update.doi for update in by}
        outward = [update for update in outward if update.doi not in crossed]
    notice_of = _worst_state(outward)
    if in_place and not by and (announced := notice_in_title(title)):
        notice_of = announced
    elif not by:
        by = in_place
    by = _without_lifted(by, message.get("updated-by"))
    if by:
        worst = max(by, key=lambda update: (update.state.severity, update.date))
        return Standing(
            state=worst.state,
            notice_of=notice_of,
            notice_doi=worst.doi if worst.doi != doi else "",
            date=worst.date,
            sources=_sources(u for u in by if u.state == worst.state),
        )
    if notice_of:
        return Standing(notice_of=notice_of, sources=_sources(outward or in_place))
    if not message.get("updated-by"):
        return Standing(
            state=state_in_title(title),
            notice_of=notice_in_title(title),
            sources=("Crossref",),
        )
    return Standing(sources=("Crossref",))


def _is_crossed_notice(by: list[_Update], to: list[_Update], title: str) -> bool:
    """Whether a record that points in both directions is the notice.

    Retraction Watch decides where it has an entry: the notice is the one on which only
    its `update-to` stands. Otherwise the title does, and in doubt the record counts
    as the retracted article, which is the safer mistake.
    """
    inward = {update.source for update in by if update.is_grave}
    outward = {update.source for update in to if update.is_grave}
    if not inward or not outward:
        return False
    if "Retraction Watch" in inward:
        return False
    if "Retraction Watch" in outward:
        return True
    return state_in_title(title) is State.CURRENT and bool(notice_in_title(title))


def _without_lifted(by: list[_Update], entries: Any) -> list[_Update]:
    """Leave out what a later reinstatement took back."""
    lifted = max(
        (_date(entry) for entry in _entries(entries) if _type(entry) == _REINSTATEMENT),
        default=None,
    )
    if lifted is None:
        return by
    return [
        update
        for update in by
        if update.state is State.CORRECTED or update.date > lifted
    ]


def _updates(entries: Any) -> Iterator[_Update]:
    for entry in _entries(entries):
        if state := _STATES.get(_type(entry)):
            yield _Update(
                doi=_text(entry.get("DOI")).lower(),
                state=state,
                date=_date(entry),
                source="Retraction Watch"
                if entry.get("source") == "retraction-watch"
                else "Crossref",
            )


def _entries(entries: Any) -> list[dict[str, Any]]:
    if not isinstance(entries, list):
        return []
    return [entry for entry in entries if isinstance(entry, dict)]


def _type(entry: dict[str, Any]) -> str:
    return re.sub(r"[\s-]+", "_", _text(entry.get("type")).strip().lower())


def _date(entry: dict[str, Any]) -> tuple[int, ...]:
    updated = entry.get("updated")
    lists = updated.get("date-parts") if isinstance(updated, dict) else None
    parts = lists[0] if isinstance(lists, list) and lists else None
    if not isinstance(parts, list):
        return ()
    return tuple(part for part in parts[:3] if isinstance(part, int))


def _title(message: dict[str, Any]) -> str:
    titles = message.get("title")
    return _text(titles[0] if isinstance(titles, list) and titles else titles)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _worst_state(updates: list[_Update]) -> State | None:
    return max((u.state for u in updates), key=lambda it: it.severity, default=None)


def _sources(updates: Any) -> tuple[str, ...]:
    return tuple(sorted({update.source for update in updates}))
