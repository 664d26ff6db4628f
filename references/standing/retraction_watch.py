"""Standings in the table that Retraction Watch publishes through Crossref (CSV)."""

import csv
from datetime import datetime
from io import StringIO

from references.identifiers import normalise_doi
from references.records import Problem
from references.standing.states import Standing, State, union

_STATES = {
    "correction": State.CORRECTED,
    "expression of concern": State.CONCERN,
    "retraction": State.RETRACTED,
}
_REINSTATEMENT = "reinstatement"


def from_retraction_watch(text: str) -> tuple[dict[str, Standing], list[Problem]]:
    """Give the standing of each paper by its DOI, and the rows that say nothing of one.

    The columns are `OriginalPaperDOI`, `RetractionNature`, `RetractionDate`,
    `RetractionDOI` and `RetractionPubMedID`. A reinstatement takes back what came
    before it, corrections apart. Rows without the paper's DOI, and with a nature
    that is empty or unknown, are problems: what they mean is not guessed.
    """
    reports: dict[str, list[Standing]] = {}
    lifted: dict[str, tuple[int, ...]] = {}
    problems: list[Problem] = []
    reader = csv.DictReader(StringIO(text))
    try:
        for row in reader:
            nature = _cell(row, "RetractionNature").lower()
            try:
                doi = normalise_doi(_cell(row, "OriginalPaperDOI"))
            except ValueError:
                problems.append(
                    _problem(reader, row, "This row names no paper by a DOI.")
                )
                continue
            if nature == _REINSTATEMENT:
                lifted[doi] = max(lifted.get(doi, ()), _date(row))
                reports.setdefault(doi, [])
            elif state := _STATES.get(nature):
                reports.setdefault(doi, []).append(_standing(row, state))
            else:
                problems.append(
                    _problem(reader, row, f"“{nature}” is no known kind of notice.")
                )
    except csv.Error as error:
        problems.append(Problem(f"line {reader.line_num}", str(error), ""))
    none = Standing(sources=("Retraction Watch",))
    standings = {
        doi: union(
            [none, *(it for it in found if _holds(it, lifted.get(doi)))],
        )
        for doi, found in reports.items()
    }
    return standings, problems


def _holds(standing: Standing, lifted: tuple[int, ...] | None) -> bool:
    return lifted is None or standing.state is State.CORRECTED or standing.date > lifted


def _standing(row: dict[str, str], state: State) -> Standing:
    try:
        notice_doi = normalise_doi(_cell(row, "RetractionDOI"))
    except ValueError:
        notice_doi = ""
    pmid = _cell(row, "RetractionPubMedID")
    return Standing(
        state=state,
        notice_doi=notice_doi,
        notice_pmid=pmid if pmid.isdigit() and pmid != "0" else "",
        date=_date(row),
        sources=("Retraction Watch",),
    )


def _date(row: dict[str, str]) -> tuple[int, ...]:
    """Read "2/6/2010 0:00", which is month, day, year."""
    try:
        day = datetime.strptime(_cell(row, "RetractionDate").split(" ")[0], "%m/%d/%Y")
    except ValueError:
        return ()
    return day.year, day.month, day.day


def _cell(row: dict[str, str], column: str) -> str:
    value = row.get(column)
    return value.strip() if isinstance(value, str) else ""


def _problem(
    reader: "csv.DictReader[str]", row: dict[str, str], message: str
) -> Problem:
    raw = ",".join(value for value in row.values() if isinstance(value, str))
    return Problem(f"line {reader.line_num}", message, raw)
