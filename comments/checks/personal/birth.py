"""Dates of birth: a date after words that say so."""

import re
from collections.abc import Iterator

from comments.checks.personal.found import Found, Kind

_MONTHS = (
    r"(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|"
    r"janv|f[ée]v|avr|juin|juil|ao[ûu]|d[ée]c|m[äa]r)[a-zäéû]{0,8}\.?"
)
_DATE = (
    r"(?:\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)?\d\d"
    r"|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.)?(?: (?:of|de))? {_MONTHS},?(?: de)? "
    r"(?:19|20)\d\d"
    rf"|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d)"
)
_ANY_DATE = re.compile(rf"(?<![\w./-]){_DATE}(?!\w)", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:born|birth ?date|birth ?day|date of birth|d\.? ?o\.? ?b\.?|geboren|geb\.|"
    r"geburtsdatum|n[ée]e?|date de naissance|nacid[oa]|fecha de nacimiento|nat[oa]|"
    r"data di nascita|geboortedatum)(?!\w)[^\d\n]{0,20}\n?[^\d\n]{0,10}$",
    re.IGNORECASE,
)
_NEAR = 50


def find(text: str) -> Iterator[Found]:
    """Find dates that a text calls somebody's date of birth."""
    for match in _ANY_DATE.finditer(text):
        if _SAID.search(text[max(0, match.start() - _NEAR) : match.start()]):
            yield Found(Kind.BIRTH, *match.span())
