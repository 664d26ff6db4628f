"""Page ranges, in full or with the second number shortened."""

import re

_LABEL = re.compile(r"^pp?\.\s*(?=\w)", re.IGNORECASE)
_DASH = re.compile(r"\s*[-‐‑‒–—−]+\s*")
_NUMBER = re.compile(r"([A-Za-z]*)(\d+)([A-Za-z]*)|[ivxlcdmIVXLCDM]+")
_PIECES = re.compile(r"(\s*[,;&]\s*)")


def expanded(pages: str, dash: str) -> str:
    """Write ranges in full ("340-8" to "340–348"), as AMA and APA do."""
    return _each_range(pages, dash, shorten=False)


def minimal(pages: str, dash: str) -> str:
    """Leave out repeated digits ("340-348" to "340–8"), as NLM does."""
    return _each_range(pages, dash, shorten=True)


def _each_range(pages: str, dash: str, *, shorten: bool) -> str:
    pieces = _PIECES.split(_LABEL.sub("", pages))
    return "".join(_range(piece, dash, shorten=shorten) for piece in pieces)


def _range(piece: str, dash: str, *, shorten: bool) -> str:
    """Write one range; what is no range of pages (an article number) stays as it is."""
    ends = _DASH.split(piece)
    if len(ends) != 2:
        return piece
    first, last = _NUMBER.fullmatch(ends[0]), _NUMBER.fullmatch(ends[1])
    if not first or not last or (first[1] and not last[1]):
        return piece
    prefix, digits, suffix = (last[at] or "" for at in (1, 2, 3))
    if not digits or suffix or first[3] or first[1] != prefix:
        return dash.join(ends)
    start = first[2]
    full = start[: max(0, len(start) - len(digits))] + digits
    if shorten and (len(full), full) > (len(start), start):
        return f"{ends[0]}{dash}{_shortened(start, full)}"
    return f"{ends[0]}{dash}{prefix}{full}"


def _shortened(first: str, last: str) -> str:
    """Drop the leading digits that both numbers share, but never all of them."""
    if len(first) != len(last):
        return last
    shared = 0
    while shared < len(last) - 1 and first[shared] == last[shared]:
        shared += 1
    return last[shared:]
