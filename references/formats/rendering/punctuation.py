"""Marks that meet where two parts of a reference are joined."""

# The marks that a part may not begin with after a part that ends in the first mark.
_DROPPED_AFTER = {
    ".": ".",
    "?": ".:?",
    "!": ".:!",
    ":": ".:",
    ";": ".:;",
    ",": ",",
}
_QUOTATIONS = {"”": "“", "’": "‘"}


def seam(left: str, right: str) -> tuple[str, str]:
    """Give both texts as they read when the second follows the first.

    Marks are not doubled ("Is it?" and ". Journal" make "Is it? Journal"), and full
    stops and commas go inside closing quotation marks, as American English has it.
    """
    closing = left[-1:]
    if _closes_quotation(left) and right[:1] in (".", ","):
        inside, rest = seam(left[:-1], right[:1])
        return inside + rest + closing, right[1:]
    if right[:1] and right[0] in _DROPPED_AFTER.get(_last_mark(left), ""):
        return left, right[1:]
    return left, right


def _closes_quotation(text: str) -> bool:
    opening = _QUOTATIONS.get(text[-1:])
    return opening is not None and opening in text


def _last_mark(text: str) -> str:
    """Give the mark a text ends in, also where it stands before a quotation mark."""
    return text[-2:-1] if _closes_quotation(text) else text[-1:]
