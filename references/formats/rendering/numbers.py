"""Volumes, editions and the like, and the words that go before or after them."""

import re

_NUMBER = r"(?:[a-z]*\d+[a-z]*|[ivxlc]+)"
_ROMAN = r"[IVXLC]+"
_BETWEEN = r"\s*(?:[-–,&/]|\band\b)\s*"
_NUMERIC = re.compile(rf"{_NUMBER}(?:{_BETWEEN}{_NUMBER})*", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:\d|\b[ivxlc]+\b)[^/]*(?:[-–,&]|\band\b)\s*\w", re.IGNORECASE)
_RANGE = re.compile(rf"(\d+|{_ROMAN})-(\d+|{_ROMAN})", re.IGNORECASE)
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def is_numeric(value: str) -> bool:
    """Tell whether a value is a number or several ("3", "2nd", "S12", "3-4", "5 & 6").

    Roman numerals count in lower case only, and "Vol. 3" does not: CSL's is-numeric.
    """
    return bool(_NUMERIC.fullmatch(value)) and not re.search(rf"\b{_ROMAN}\b", value)


def is_plural(value: str) -> bool:
    """Tell whether a value names several numbers."""
    return bool(_SEVERAL.search(value))


def label(value: str, one: str, many: str) -> str:
    """Give the word that goes with a value: "vol." and "vols."."""
    return many if is_plural(value) else one


def with_dash(value: str, dash: str) -> str:
    """Put the dash of a range between two numbers ("4-5" to "4–5")."""
    found = _RANGE.fullmatch(value)
    return dash.join(found.groups()) if found else value


def edition(value: str, dash: str) -> str:
    """Give "2nd ed." for "2"; what is no number stays as it is ("Rev. ed")."""
    if not is_numeric(value):
        return value
    ordinals = re.sub(r"\b\d+\b", lambda number: ordinal(number[0]), value)
    return f"{ordinals.replace('-', dash)} {label(value, 'ed.', 'eds.')}"


def ordinal(digits: str) -> str:
    """Give "1st", "2nd", "3rd", "4th", "11th"."""
    is_teen = digits[-2:-1] == "1"
    return digits + ("th" if is_teen else _ENDINGS.get(digits[-1], "th"))
