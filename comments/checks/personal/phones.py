"""Telephone numbers in international and national shapes.

Some shapes tell by themselves (a plus sign, an area code, a trunk zero). Others, such
as "467 3395", are numbers like any other, and count where words around them say so.
"""

import re
from collections.abc import Iterator

from comments.checks.personal.found import Found, Kind
from comments.checks.personal.surroundings import is_cited

_BEFORE = r"(?<![\w@#$£€])(?<!\d[-./,:])"
_UNITS = (
    r"%|mg|mcg|µg|ug|g|kg|ml|l|mmol|iu|units?|patients|people|women|men|participants|"
    r"adults|children|cases|deaths|steps|dollars|euros?|pounds|usd|eur|gbp|years|hours|days"
)
_AFTER = (
    rf"(?: ?(?:x|ext\.?|extension) ?\d{{1,6}})?(?!\w)(?![-./:,]\d)(?! ?(?:{_UNITS})\b)"
)
_SHAPED = tuple(
    re.compile(f"{_BEFORE}(?:{shape}){_AFTER}", re.IGNORECASE)
    for shape in (
        # +44 20 7946 0018, +41 (0)62 585 51 90, 0044…, 011 44…
        r"\+ ?[1-9](?:[ .\-/()]{0,3}\d){6,14}",
        r"00[ -]?[1-9](?:[ .\-/()]{0,2}\d){7,13}",
        r"011[ -][1-9](?:[ .\-/()]{0,2}\d){7,13}",
        # North America: (541) 714-1388, 541.714.1388, 1-541-714-1388
        r"(?:1[ .-])?\([2-9]\d{2}\) ?\d{3}[-. ]?\d{4}",
        r"(?:1[ .-])?[2-9]\d{2}([-. ])\d{3}\1\d{4}",
        r"1?[2-9]\d{2}[-. /]\d{3}-\d{4}",
        # An area code in brackets, no year: (08) 8747 6301, (37) 788-063
        r"\((?!(?:19|20)\d\d\))\d{2,5}\)[ -]?\d{2,4}(?:[ -]?\d{2,4}){1,3}",
        # A trunk zero: 0490 75 40 81, 020 7946 0018, 01.84.17.61.18, 030/1234567
        r"0\d{1,4}[ ./-]\d{2,8}(?:[ ./-]\d{2,4}){0,4}",
        r"0[1-9]\d{8,9}",
        r"\(0\d{1,4}\)[ -]?\d{3,8}(?:[ -]\d{2,4}){0,3}",
        # Pairs: 71-33-52-22
        r"[1-9]\d([-.])\d\d\1\d\d\1\d\d",
    )
)
_FEWEST, _MOST = 8, 15
_ANY = re.compile(
    rf"{_BEFORE}(?:\d{{2,5}}(?:[ .-]\d{{2,8}}){{1,4}}|\d{{6,12}}){_AFTER}",
    re.IGNORECASE,
)
_ANY_FEWEST = 6
_EXTENSION = re.compile("[xe]", re.IGNORECASE)
_NO_PHONE = re.compile(
    r"(?:\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|(?:19|20)\d\d[./ -]\d{1,2}[./ -]\d{1,2})"
    r"(?![./ -]?\d)"
    r"|(?:19|20)\d\d ?- ?(?:19|20)\d\d$"
    r"|\d{3}-\d{2}-\d{4}$"
)
_SAID_BEFORE = re.compile(
    r"\b(?:phone|phones|telephone|tel|mobile|mob|cell|cellphone|landline|call|calling|"
    r"ring|rang|sms|whats ?app|telegram|viber|fax|dial|reach|contact|answering|"
    r"text|texts?|messages?|(?:my|his|her|our|their) (?:\w+ )?(?:number|no|nr)|desk|"
    r"telefon\w*|handy\w*|mobil\w*|ruf\w*|nummer|erreich\w*|t[ée]l[ée]phone|t[ée]l|"
    r"portable|appel\w*|joindre|tel[ée]fono|m[óo]vil|ll[áa]m\w*|cellulare|chiam\w*|"
    r"telefoon\w*|mobiel|bel(?:len)?|telefone|celular|ligue)\b",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    r" ?[-,(/]? ?\(?(?:office|fax|mobile|cell|home|work|phone|tel|whatsapp|landline)\b",
    re.IGNORECASE,
)
_NEAR = 45


def told(text: str) -> Iterator[Found]:
    """Find numbers of any shape beside words such as “call me” or “mobile”."""
    for start, end in _shaped(text):
        if _is_said(text, start, end):
            yield Found(Kind.PHONE, start, end)
    for match in _ANY.finditer(text):
        start, end = match.span()
        if (
            _ANY_FEWEST <= _digits(match[0]) <= _MOST
            and not _NO_PHONE.match(match[0])
            and _is_said(text, start, end)
            and not is_cited(text, start)
        ):
            yield Found(Kind.PHONE, start, end)


def shaped(text: str) -> Iterator[Found]:
    """Find numbers that have the shape of a telephone number."""
    for start, end in _shaped(text):
        yield Found(Kind.PHONE, start, end)


def _shaped(text: str) -> Iterator[tuple[int, int]]:
    for shape in _SHAPED:
        for match in shape.finditer(text):
            count = _digits(_EXTENSION.split(match[0])[0])
            fewest = _FEWEST + 1 if match[0][0] == "0" else _FEWEST
            if (
                fewest <= count <= _MOST
                and not _NO_PHONE.match(match[0])
                and not is_cited(text, match.start())
            ):
                yield match.span()


def _is_said(text: str, start: int, end: int) -> bool:
    return bool(
        _SAID_BEFORE.search(text[max(0, start - _NEAR) : start])
        or _SAID_AFTER.match(text, end)
    )


def _digits(text: str) -> int:
    return sum(each.isdigit() for each in text)
