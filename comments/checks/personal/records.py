"""Numbers of medical records, admissions, samples and insured persons."""

import re
from collections.abc import Iterator

from comments.checks.personal.found import Found, Kind

_RECORD = re.compile(
    r"\b(?:mrn|(?:medical )?record|hospital|patient|chart|case|file|admission|"
    r"accession|specimen|sample|claim|referral|prescription|appointment|booking)"
    r"(?: ?/? ?(?:number|no\.?|nr\.?|num|id|ref(?:erence)?))(?: (?:is|was|of)\b)?"
    r"[ \t:#=]{0,4}"
    r"(?P<number>(?=[A-Z0-9/-]{0,12}\d[A-Z0-9/-]{0,12}\d)[A-Z0-9][A-Z0-9/-]{3,19})(?!\w)"
    r"|\b(?:mrn|patienten-?(?:nr\.?|nummer|id)|fallnummer|aktenzeichen|"
    r"num[ée]ro de dossier|historia cl[íi]nica|pati[ëe]ntnummer)"
    r"(?: (?:is|was|ist|est|es)\b)?[ \t:#=.]{0,4}"
    r"(?P<other>(?=[A-Z0-9/-]{0,12}\d[A-Z0-9/-]{0,12}\d)[A-Z0-9][A-Z0-9/-]{3,19})(?!\w)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Found]:
    """Find numbers that a text calls those of a record, a patient or a case."""
    for match in _RECORD.finditer(text):
        group = "number" if match["number"] else "other"
        yield Found(Kind.RECORD, *match.span(group))
