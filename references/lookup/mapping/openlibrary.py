"""Open Library's books (Books API, `jscmd=data`) to items."""

from typing import Any

from references import csl, dates, names
from references.lookup.mapping import casing
from references.lookup.mapping.values import text
from references.markup import clean
from references.records import Item


def item(book: dict[str, Any], isbn: str) -> Item:
    """Give the item that one entry of an answer describes, with the ISBN asked for."""
    parts = [casing.title(clean(text(book.get(key)))) for key in ("title", "subtitle")]
    people = [names.parse(name) for name in _names(book.get("authors"))]
    return csl.normalise(
        {
            "type": "book",
            "title": ": ".join(filter(None, parts)),
            "author": [dict(name) for name in people if name],
            "publisher": next(iter(_names(book.get("publishers"))), ""),
            "publisher-place": next(iter(_names(book.get("publish_places"))), ""),
            "issued": dates.parse(text(book.get("publish_date"))),
            "number-of-pages": text(book.get("number_of_pages")),
            "ISBN": isbn,
        }
    )


def _names(values: Any) -> list[str]:
    values = values if isinstance(values, list) else []
    return [text(value.get("name")) for value in values if isinstance(value, dict)]
