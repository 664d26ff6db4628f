"""Variables written into a CSL item's note, a line each.

Zotero writes what it has no field for as "PMID: 123" or "original-date: 1920" into its
Extra field, which its CSL-JSON gives as `note`; citeproc-js reads "{:PMID: 123}" too.
Formats without a place for the day of an update have "updated: 2022-11-28" there.
"""

import re

from references import dates
from references.csl.vocabulary import DATES, NAMES, TEXTS, TITLES

_LINE = re.compile(r"^\{?:?\s*([A-Za-z][A-Za-z _-]{1,30}?)\s*:\s*(\S.*?)\s*\}?$")
UPDATED = "updated"
_IDENTIFIERS = {
    name.lower(): name for name in ("DOI", "PMID", "PMCID", "ISBN", "ISSN", "URL")
}
# A note's own words ("Note: …", "Title: …") are left to the reader.
_FIELDS = (DATES | NAMES | TEXTS | TITLES | {"type"}) - {
    "abstract",
    "annote",
    "keyword",
    "note",
    "references",
    "source",
    "title",
}


def split(note: str) -> tuple[dict[str, list[str]], str]:
    """Give the variables that stand in a note, each with its values, and the rest.

    >>> split("PMID: 1\\nA good read.")
    ({'PMID': ['1']}, 'A good read.')
    """
    found: dict[str, list[str]] = {}
    rest = []
    for line in note.splitlines():
        match = _LINE.match(line.strip())
        name = match and (_variable(*match.groups()) or _update(*match.groups()))
        if match and name:
            found.setdefault(name, []).append(match[2])
        else:
            rest.append(line)
    return found, "\n".join(rest).strip()


def name(value: str) -> dict[str, str]:
    """Read a person, whose family and given names `||` parts."""
    family, _, given = value.partition("||")
    return {"family": family.strip(), "given": given.strip()}


def _update(label: str, value: str) -> str | None:
    is_dated = label.lower() == UPDATED and dates.parts(dates.parse(value))
    return UPDATED if is_dated else None


def _variable(label: str, value: str) -> str | None:
    key = label.lower().replace(" ", "-")
    if key in _IDENTIFIERS:
        return _IDENTIFIERS[key] if " " not in value else None
    # Without the bars, "Editor: …" may be anybody's remark.
    if key in NAMES and "||" not in value:
        return None
    return key if key in _FIELDS else None
