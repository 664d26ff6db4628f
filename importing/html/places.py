"""What the paragraphs of an element are because of where they stand."""

from dataclasses import dataclass, replace

from bs4 import Tag

from importing.html.lists import PastedLists
from importing.html.tree import HEADINGS, classes, number_of, text_of
from importing.word.numbering import ListItem
from importing.word.styles import PLAIN, Style

_KINDS = {
    "msotitle": "title",
    "msosubtitle": "subtitle",
    "title": "title",
    "subtitle": "subtitle",
    "msocaption": "caption",
    "msoquote": "quote",
    "msointensequote": "quote",
    "wp-caption-text": "caption",
    "wp-element-caption": "caption",
}


@dataclass(frozen=True)
class Place:
    """What a paragraph is because of where it stands, such as an item of a list."""

    style: Style = PLAIN
    level: int = 0
    item: ListItem | None = None
    right_to_left: bool = False
    bookmarks: tuple[str, ...] = ()


def placed(element: Tag, place: Place, lists: PastedLists) -> Place:
    """Give what paragraphs are in an element that stands at a place."""
    names = tuple(value for name in ("id", "name") if (value := text_of(element, name)))
    level = HEADINGS.get(element.name, 0)
    if text_of(element, "role") == "heading":
        level = number_of(element, "aria-level", 2, 6) or 2
    kinds = [_KINDS[each] for each in classes(element) if each in _KINDS]
    if element.name == "blockquote":
        kinds = ["quote"]
    elif element.name == "figcaption":
        kinds = ["caption"]
    rtl = text_of(element, "dir").lower() == "rtl"
    place = replace(
        place,
        bookmarks=names or place.bookmarks,
        right_to_left=rtl or place.right_to_left,
    )
    if level:
        return replace(place, level=level, item=None, style=PLAIN)
    if item := lists.item(element):
        return replace(place, item=item)
    return replace(place, style=Style(kind=kinds[0])) if kinds else place
