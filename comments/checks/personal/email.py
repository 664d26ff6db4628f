"""E-mail addresses, also those written so that robots do not read them."""

import re
from collections.abc import Iterator

from comments.checks.personal.found import Found, Kind

_LOCAL = r"[\w.!#$%&'*+/=?^{|}~-]"
_BEFORE = re.compile(rf"{_LOCAL}{{1,64}}$")
_DOMAIN = re.compile(
    r" ?(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}(?:xn--[a-z0-9-]{2,30}|[^\W\d_]{2,24})"
    r"(?![\w-])",
    re.IGNORECASE,
)
_DOT = r"(?: ?[(\[{<]\s?(?:dot|punkt|point|punto)\s?[)\]}>] ?| dot |\.)"
_SPELT = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}"
    r"(?: ?[(\[{<]\s?(?:at|@|arroba|chez)\s?[)\]}>] ?| at (?=[\w-]{1,63} dot ))"
    rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}?{_DOT}[a-z]{{2,24}}(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 66


def find(text: str) -> Iterator[Found]:
    """Find e-mail addresses."""
    for match in _SPELT.finditer(text):
        yield Found(Kind.EMAIL, match.start(), match.end())
    at = text.find("@")
    while at >= 0:
        domain = _DOMAIN.match(text, at + 1)
        before = text[max(0, at - _LONGEST) : at]
        local = _BEFORE.search(before.removesuffix(" "))
        if domain and local:
            name = local[0].lstrip(".!#$%&'*+/=?^{|}~-")
            if name:
                end = at - (len(before) - len(before.removesuffix(" ")))
                yield Found(Kind.EMAIL, end - len(name), domain.end())
        at = text.find("@", at + 1)
