"""What the library has, by what works are recognised by.

Read once for a whole import: asking the database about each record would take time that
grows with the library.
"""

from collections.abc import Iterator
from typing import TypeVar

from references import conversion
from references.matching.features import features
from references.models import Reference
from references.records import Item

# Records whose likeness is looked at, of those that have one thing in common.
_MOST_ALIKE = 40
_LETTERS = 20
_READ_AT_ONCE = 2000

Key = tuple[str, ...]
Entry = TypeVar("Entry")


class Known(dict[Key, list[Entry]]):
    """Entries by the keys of their works, in the order in which they were added."""

    def add(self, item: Item, entry: Entry) -> None:
        """Remember an entry under everything that its item is recognised by."""
        for key in keys(item):
            self.setdefault(key, []).append(entry)

    def alike(self, item: Item) -> list[Entry]:
        """Give the entries that may be of the same work, each once."""
        found: dict[Entry, None] = {}
        for key in keys(item):
            found |= dict.fromkeys(self.get(key, ())[:_MOST_ALIKE])
        return list(found)

    def owner(self, variable: str, value: str) -> Entry | None:
        """Give the entry that has an identifier."""
        return next(iter(self.get((variable, value.casefold()), ())), None)


def of_library() -> Known[int]:
    """Give the keys of all records, drafts as well."""
    known: Known[int] = Known()
    texts = ("title", "volume", "pages", "doi", "pmid", "pmcid", "url", "nbk")
    rows = Reference.objects.order_by("pk").values("pk", "year", *texts)
    for row in rows.iterator(_READ_AT_ONCE):
        item: Item = {conversion.TEXTS.get(name, name): row[name] for name in texts}
        item["custom"] = {"NBK": item.pop("nbk")}
        item["issued"] = {"date-parts": [[row["year"]]]} if row["year"] else None
        known.add({key: value for key, value in item.items() if value}, row["pk"])
    return known


def keys(item: Item) -> Iterator[Key]:
    """Give what a work is recognised by: identifiers, its title, its place."""
    known = features(item)
    for name in conversion.NULLABLE:
        # As the database tells them apart, whatever they are worth as evidence.
        if value := item.get(conversion.TEXTS[name]):
            yield conversion.TEXTS[name], str(value).casefold()
    yield from (
        (name, value)
        for name, value in known.identifiers.items()
        if name in ("NBK", "URL")
    )
    yield "whole", known.title, str(known.year), known.volume, known.page
    if letters := known.title.replace(" ", ""):
        yield "begin", letters[:_LETTERS]
        yield "end", letters[-_LETTERS:]
    if known.volume and known.page:
        yield "place", known.volume, known.page
