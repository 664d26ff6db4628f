"""ORCID iDs: recognising and checking them."""

import re

_SHAPE = re.compile(
    r"^(?:https?://orcid\.org/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])/?$",
    re.IGNORECASE,
)


def parse_orcid(text: str) -> str:
    """Give an ORCID iD as `0000-0000-0000-0000`, from an iD or its address.

    Raises `ValueError` when the shape or the check digit is wrong
    (ISO 7064 MOD 11-2, as ORCID's "Structure of the ORCID identifier" says).
    """
    match = _SHAPE.match(text.strip())
    if match is None:
        raise ValueError("An ORCID iD has 16 digits in four groups.")
    digits = "".join(match.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        raise ValueError("The check digit of this ORCID iD is wrong: look for a typo.")
    return "-".join(match.groups()).upper()
