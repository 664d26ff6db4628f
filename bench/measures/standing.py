"""Recorded answers about retracted, questioned and sound works, and what is read there.

The name of a file in `status/` says who answered and what became of the work:
`…crossref_…_retracted.json`, `…pubmed_…_notice.txt`, `datacite_….json`. A name without
such a word stands for a work of which nothing is recorded.
"""

import csv
import json
from pathlib import Path

from bench.table import Row
from references import standing
from references.standing import Standing, State

# The first word that a name holds counts: a notice's name also says of what.
_WORDS = {
    "partial": State.PARTLY_RETRACTED,
    "retract": State.RETRACTED,
    "withdraw": State.WITHDRAWN,
    "remov": State.WITHDRAWN,
    "concern": State.CONCERN,
    "correct": State.CORRECTED,
    "corrig": State.CORRECTED,
    "errat": State.CORRECTED,
}
_NATURES = {
    "retraction": State.RETRACTED,
    "expression of concern": State.CONCERN,
    "correction": State.CORRECTED,
}


def measure(data: Path) -> list[Row]:
    """Measure on every file of `status/`; nothing where it is absent."""
    rows = []
    if cases := dict(_recorded_cases(data / "status")):
        read = {name: right for name, right in cases.items() if right is not None}
        rows.append(_row("Standing of recorded answers", read, len(cases) - len(read)))
    for path in sorted((data / "status").glob("*.csv")):
        if table := _table_cases(path):
            rows.append(_row(f"Standing in {path.stem}", table, 0))
    return rows


def _row(what: str, cases: dict[str, bool], unread: int) -> Row:
    wrong = sorted(name for name, right in cases.items() if not right)
    note = f"{len(cases) - len(wrong)} of {len(cases)}; {unread} files unread"
    if wrong:
        note += f"; wrong: {', '.join(wrong)}"
    right = 100 * (len(cases) - len(wrong)) / len(cases) if cases else 0.0
    return Row(what, right, 100, note=note)


def _recorded_cases(folder: Path):
    """Give each file's name and whether all its records are read as it says.

    `None` instead of that for a file which is not of a known kind.
    """
    for path in sorted(folder.glob("*")):
        if path.suffix not in (".json", ".txt", ".xml"):
            continue
        try:
            standings = _standings(path)
        except (KeyError, TypeError, ValueError):
            standings = []
        is_right = all(_fits(path.stem.lower(), it) for it in standings)
        yield path.name, is_right if standings else None


def _standings(path: Path) -> list[Standing]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        return list(standing.from_medline(text).values())
    if path.suffix == ".xml":
        return list(standing.from_pubmed_xml(text)[0].values())
    answer = json.loads(text)
    if "data" in answer:
        return [standing.from_datacite(answer["data"]["attributes"])]
    return [standing.from_crossref(answer.get("message", answer))]


def _fits(name: str, found: Standing) -> bool:
    expected = next((it for word, it in _WORDS.items() if word in name), State.CURRENT)
    if "notice" in name:
        return found.is_notice and found.state is State.CURRENT
    if expected is State.PARTLY_RETRACTED:
        # Such a name does not tell the article from its notice.
        return expected in (found.state, found.notice_of)
    return found.state is expected and not found.is_notice


def _table_cases(path: Path) -> dict[str, bool]:
    """Give for each row whether it shows in its paper's standing, or as a problem."""
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    standings, problems = standing.from_retraction_watch(text)
    lifted = {
        _paper(row) for row in rows if _cell(row, "RetractionNature") == "reinstatement"
    }
    cases: dict[str, bool] = {}
    silent = 0
    for row in rows:
        nature, paper = _cell(row, "RetractionNature"), _paper(row)
        found = standings.get(paper)
        if not paper.startswith("10.") or (
            nature not in _NATURES and nature != "reinstatement"
        ):
            silent += 1
        elif paper in lifted:
            cases[_name(row)] = found is not None and found.state in (
                State.CURRENT,
                State.CORRECTED,
            )
        else:
            least = _NATURES[nature].severity
            cases[_name(row)] = found is not None and found.state.severity >= least
    if silent:
        cases[f"{silent} rows reported as problems"] = len(problems) == silent
    return cases


def _paper(row: dict[str, str]) -> str:
    return _cell(row, "OriginalPaperDOI")


def _name(row: dict[str, str]) -> str:
    return f"row {row.get('Record ID') or _paper(row)}"


def _cell(row: dict[str, str], column: str) -> str:
    return (row.get(column) or "").strip().lower()
