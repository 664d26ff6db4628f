"""Bank accounts and payment cards."""

import re
from collections.abc import Iterator

from comments.checks.personal.checksums import iban, luhn
from comments.checks.personal.found import Found, Kind
from comments.checks.personal.surroundings import is_cited

# Countries with an IBAN, and its length (SWIFT's registry).
_LENGTHS = {
    country: int(length)
    for length, countries in {
        "15": "NO",
        "16": "BE",
        "18": "DK FI FO GL NL",
        "19": "MK SI",
        "20": "AT BA EE KZ LT LU XK",
        "21": "CH HR LI LV",
        "22": "BG BH CR DE GB GE IE ME RS VA",
        "23": "AE GI IL IQ",
        "24": "AD CZ ES MD PK RO SA SE SK TN VG",
        "25": "LY PT ST",
        "26": "IS TR",
        "27": "FR GR IT MC MR SM",
        "28": "AL AZ BY CY DO GT HU LB PL SV",
        "29": "BR EG PS QA UA",
        "30": "JO KW MU",
        "31": "MT SC",
        "32": "LC",
    }.items()
    for country in countries.split()
}
_START = re.compile(r"(?<![^\W_])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])", re.IGNORECASE)
_PIECE = re.compile(r"[ -]?([A-Z0-9])", re.IGNORECASE)
_CALLED_IBAN = re.compile(r"\biban\b[^\d\n]{0,20}$", re.IGNORECASE)
# First digits of the networks, and how long their numbers are.
_NETWORKS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"
    r"|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|(?:2131|1800)\d{11}"
    r"|(?:6011|64[4-9]\d|65\d\d|62\d\d|81\d\d)\d{12,15}"
    r"|(?:50[0-9]{2}|5[6-9]\d\d|6[0-9]{3})\d{8,15}"
    r"|35\d{14}|220[0-4]\d{12}"
)
_NUMBER = re.compile(r"(?<![\w.,/])(?<!\d-)\d(?:[ -]?\d){11,18}(?!\w)(?![-.,/]\d)")
_CALLED_CARD = re.compile(
    r"\b(?:card|visa|master ?card|amex|cc|karte|carte|tarjeta|carta)\b[^\d\n]{0,30}$",
    re.IGNORECASE,
)
_NEAR = 60


def accounts(text: str) -> Iterator[Found]:
    """Find IBANs; one called so counts whatever its check digits."""
    for match in _START.finditer(text):
        length = _LENGTHS.get(match[0][:2].upper())
        if length is None:
            continue
        end, number = match.end(), match[0]
        while len(number) < length and (piece := _PIECE.match(text, end)):
            number += piece[1]
            end = piece.end()
        if len(number) != length or text[end : end + 1].isalnum():
            continue
        called = _CALLED_IBAN.search(text[max(0, match.start() - 40) : match.start()])
        if called or iban(number.upper()):
            yield Found(Kind.ACCOUNT, match.start(), end, "IBAN")


def cards(text: str) -> Iterator[Found]:
    """Find numbers of payment cards; one called so counts whatever its check digit."""
    for match in _NUMBER.finditer(text):
        number = re.sub(r"\D", "", match[0])
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if (
            _CALLED_CARD.search(before)
            or (_NETWORKS.fullmatch(number) and luhn(number))
        ) and not is_cited(text, match.start()):
            yield Found(Kind.CARD, *match.span())
