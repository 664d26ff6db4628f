"""Finding citation marks in rendered HTML, and putting others in their place.

The tag is our own, written by `tag` alone, so that it can be found without parsing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape

from references.citing.numbering import Mark

_HARD_SPACE = "&nbsp;"
# What editors see for a mark, which may be in bold or italics.
_TEXT = r"(?:[^<]|<(?!/?a\b))*"
_ONE = re.compile(
    r'<a class="citation" data-reference="(?P<id>[0-9]+)"'
    rf'(?: data-locator="(?P<locator>[^"]*)")?>(?P<text>{_TEXT})</a>'
)
# Begins with what stands nowhere else, so that the text between is passed over quickly.
_MANY = re.compile(
    rf'<a class="citation" data-reference="[^<>]*>{_TEXT}</a>'
    rf'(?:[\s,;]*<a class="citation" data-reference="[^<>]*>{_TEXT}</a>)*'
)


def tag(reference: int, locator: str = "") -> str:
    """Give the opening tag of a mark."""
    place = f' data-locator="{escape(locator)}"' if locator else ""
    return f'<a class="citation" data-reference="{reference}"{place}>'


@dataclass(frozen=True)
class Place:
    """The marks at one place, where it starts and ends in its text, and what it shows.

    `text` is what editors see for the marks, `space` the white space before them.
    """

    marks: tuple[Mark, ...]
    start: int
    end: int
    text: str
    space: str


def places(html: str) -> list[Place]:
    """Give the places of a rendered text at which it cites, in its order."""
    found, end = [], 0
    for match in _MANY.finditer(html):
        before = html[end : match.start()]
        space = before[len(_without_space_at_the_end(before)) :]
        shown = list(_ONE.finditer(match[0]))
        found.append(
            Place(
                marks=tuple(
                    Mark(int(one["id"]), unescape(one["locator"] or ""))
                    for one in shown
                ),
                start=match.start() - len(space),
                end=match.end(),
                text=" ".join(one["text"] for one in shown),
                space=space,
            )
        )
        end = match.end()
    return found


def replace(html: str, found: Iterable[Place], printed: Iterable[str]) -> str:
    """Put what is printed for each place in its stead."""
    parts, end = [], 0
    for place, text in zip(found, printed, strict=True):
        parts += [html[end : place.start], text]
        end = place.end
    return "".join([*parts, html[end:]])


def _without_space_at_the_end(html: str) -> str:
    bare = html.rstrip()
    while bare.endswith(_HARD_SPACE):
        bare = bare.removesuffix(_HARD_SPACE).rstrip()
    return bare
