"""Finding citation marks in rendered HTML, and putting others in their place.

The tag is our own, written by `tag` alone, so that it can be found without parsing.
"""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from references.citing.numbering import Mark

# What editors see for a mark, which may be in bold or italics.
_TEXT = r"(?:[^<]|<(?!/?a\b))*"
_ONE = re.compile(
    r'<a class="citation" data-reference="(?P<id>[0-9]+)"'
    rf'(?: data-locator="(?P<locator>[^"]*)")?>(?P<text>{_TEXT})</a>'
)
_MANY = re.compile(
    r"(?P<space>(?:\s|&nbsp;)*)"
    rf'(?P<marks><a class="citation" data-reference="[^<>]*>{_TEXT}</a>'
    rf'(?:[\s,;]*<a class="citation" data-reference="[^<>]*>{_TEXT}</a>)*)'
)


def tag(reference: int, locator: str = "") -> str:
    """Give the opening tag of a mark."""
    place = f' data-locator="{escape(locator)}"' if locator else ""
    return f'<a class="citation" data-reference="{reference}"{place}>'


def clusters(html: str) -> Iterator[tuple[Mark, ...]]:
    """Give the marks of a rendered text, those at one place together, in its order."""
    for match in _MANY.finditer(html):
        yield _marks(match["marks"])


def replace(html: str, printed: Callable[[tuple[Mark, ...], str, str], str]) -> str:
    """Put `printed(marks, text, space)` in the place of each cluster.

    `text` is what editors see for the marks, `space` the white space before them.
    """

    def one(match: re.Match[str]) -> str:
        text = " ".join(found["text"] for found in _ONE.finditer(match["marks"]))
        return printed(_marks(match["marks"]), text, match["space"])

    return _MANY.sub(one, html)


def _marks(html: str) -> tuple[Mark, ...]:
    return tuple(
        Mark(int(match["id"]), unescape(match["locator"] or ""))
        for match in _ONE.finditer(html)
    )
