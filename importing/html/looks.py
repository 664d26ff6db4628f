"""What elements and their styles do to the text inside them."""

import re
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bs4 import Tag

from importing.html.tree import classes, style, text_of
from importing.word import addresses

_BOLD = {"b", "strong"}
_ITALIC = {"i", "em", "cite", "dfn", "var"}
_POSITIONS = {"sup": "sup", "sub": "sub", "super": "sup"}
_BOLD_FROM = 600
_GOOGLE = re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?", re.IGNORECASE)


@dataclass(frozen=True)
class Look:
    """How a stretch of text looks, where it links to, and whether it is kept as typed.

    `note` is the number of the note that it is the mark of.
    """

    bold: bool = False
    italic: bool = False
    position: str = ""
    right_to_left: bool = False
    link: str = ""
    note: int = 0
    preformatted: bool = False

    def inside(self, element: Tag) -> "Look":
        """Give how text looks in an element that stands here."""
        name, said = element.name, style(element)
        changes: dict[str, Any] = {}
        if name in _BOLD:
            changes["bold"] = True
        if name in _ITALIC:
            changes["italic"] = True
        if name in _POSITIONS:
            changes["position"] = _POSITIONS[name]
        if name == "pre":
            changes["preformatted"] = True
        if name == "a" and (link := target(text_of(element, "href"))):
            changes["link"] = link
        if weight := said.get("font-weight"):
            changes["bold"] = _is_bold(weight)
        if slope := said.get("font-style"):
            changes["italic"] = slope in ("italic", "oblique")
        if place := said.get("vertical-align"):
            changes["position"] = _POSITIONS.get(place, self.position)
        if direction := text_of(element, "dir").lower() or said.get("direction"):
            changes["right_to_left"] = direction == "rtl"
        return replace(self, **changes) if changes else self


def is_hidden(element: Tag) -> bool:
    """Tell whether an element is not read: the sign of an item, what is not shown."""
    said = style(element)
    return (
        said.get("mso-list") == "ignore"
        or said.get("display") == "none"
        or said.get("visibility") == "hidden"
        or said.get("mso-hide") == "all"
        or "screen-reader-text" in classes(element)
    )


def target(href: str) -> str:
    """Give where a link may lead, without the detour that Google Docs makes."""
    if _GOOGLE.match(href):
        try:
            href = parse_qs(urlsplit(href).query).get("q", [href])[0]
        except ValueError:
            return ""
    return addresses.kept(href)


def _is_bold(weight: str) -> bool:
    if weight.isascii() and weight.isdecimal():
        return int(weight[:4]) >= _BOLD_FROM
    return weight in ("bold", "bolder")
