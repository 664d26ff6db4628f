"""The styles in which marks and lists of references are printed."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum

from django.utils.safestring import SafeString

from references import dates
from references.formats import ama, apa, vancouver
from references.formats.apa.creators import creators_and_title
from references.formats.rendering import runs
from references.formats.rendering.source import Source
from references.records import Item

_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)
_SORTED_LAST = 10_000


class Style(StrEnum):
    """How citations are printed."""

    AMA = "ama"
    VANCOUVER = "vancouver"
    APA = "apa"

    @property
    def is_numbered(self) -> bool:
        """Whether marks are numbers, and lists are in their order."""
        return self is not Style.APA


_WRITERS: dict[Style, Callable[[Item], SafeString]] = {
    Style.AMA: ama.as_html,
    Style.VANCOUVER: vancouver.as_html,
    Style.APA: apa.as_html,
}


def as_html(item: Item, style: Style) -> SafeString:
    """Give an item as a list of references prints it, as safe HTML."""
    return _WRITERS[style](item)


def in_order(items: Mapping[int, Item], style: Style) -> list[int]:
    """Give the keys in the order of a list: as they come, or by author for APA.

    Authors are compared letter by letter, a work by fewer of them stands before one by
    more, and works of the same authors stand by year (Publication Manual, 9.44-9.49).
    """
    if style.is_numbered:
        return list(items)
    return sorted(items, key=lambda key: _place(items[key]))


def _place(item: Item) -> tuple[str, int, str]:
    creators, title, _rest = creators_and_title(Source(item))
    names = _without_article(runs.as_text(creators)).split(",")
    return (
        " ".join(_letters(name) for name in names),
        _year(item),
        _letters(_without_article(runs.as_text(title))),
    )


def _without_article(text: str) -> str:
    found = _ARTICLE.match(text)
    return text[found.end() :] if found else text


def _year(item: Item) -> int:
    """Give the year; what is undated stands first, what is in press last."""
    known = dates.parts(item.get("issued"))
    if known:
        return known[0]
    return _SORTED_LAST if item.get("status") else -_SORTED_LAST


def _letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if sign.isalnum())
