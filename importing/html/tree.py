"""A text's HTML as a tree that is well formed and of bounded size and depth."""

import re
from collections.abc import Iterator

import nh3
from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext_noop as _

from importing.refusals import Refused

MOST_CHARACTERS = 30_000_000  # pictures inside count
MOST_ELEMENTS = 60_000
DEEPEST = 120

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_TAGS = {
    *HEADINGS,
    *(
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "b",
        "bdi",
        "bdo",
        "big",
        "blockquote",
    ),
    *("br", "caption", "center", "cite", "code", "dd", "del", "details", "dfn", "div"),
    *("dl", "dt", "em", "figcaption", "figure", "font", "footer", "header", "hr", "i"),
    *(
        "iframe",
        "img",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
    ),
    *("s", "samp", "section", "small", "span", "strike", "strong", "sub", "summary"),
    *("sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul"),
    *("var", "video", "audio"),
}
_EVERYWHERE = {"class", "dir", "id", "name", "role", "aria-level", "style"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href"},
    "iframe": {"src", "title"},
    "img": {"alt", "src", "title"},
    "li": {"value"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_OPENING = re.compile(r"<[a-zA-Z]")


def tree(text: str) -> Tag:
    """Give the body of a text; `Refused` where it is too large or nested too deeply."""
    if len(text) > MOST_CHARACTERS:
        raise Refused(_("The text is too long to be read."))
    if sum(1 for _match in _OPENING.finditer(text)) > MOST_ELEMENTS:
        raise Refused(_("The text has too many elements to be read."))
    clean = nh3.clean(
        text,
        tags=_TAGS,
        clean_content_tags={"script", "style", "template", "title"},
        attributes=_ATTRIBUTES,
        url_schemes={"data", "http", "https", "mailto"},
        link_rel=None,
    )
    found = BeautifulSoup(clean, "html.parser")
    if _depth(found) > DEEPEST:
        raise Refused(_("The text is nested too deeply to be read."))
    return found


def style(element: Tag) -> dict[str, str]:
    """Give what the `style` of an element says, names and values in small letters."""
    pairs = (each.partition(":") for each in text_of(element, "style").split(";"))
    return {
        name.strip().lower(): value.strip().lower() for name, _colon, value in pairs
    }


def classes(element: Tag) -> set[str]:
    """Give the classes of an element in small letters."""
    return set(text_of(element, "class").lower().split())


def text_of(element: Tag, name: str) -> str:
    """Give an attribute as text, "" where there is none."""
    value = element.get(name, "")
    return " ".join(value) if isinstance(value, list) else str(value or "")


def number_of(element: Tag, name: str, default: int, most: int = 1_000_000) -> int:
    """Give an attribute as a whole number from 0 to `most`."""
    text = text_of(element, name).strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 9):
        return default
    return min(int(text), most)


def ancestors(element: Tag) -> Iterator[Tag]:
    """Give what an element stands in, the nearest first."""
    parent = element.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _depth(found: Tag) -> int:
    deepest, waiting = 0, [(found, 0)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [
            (each, depth + 1) for each in element.children if isinstance(each, Tag)
        ]
    return deepest
