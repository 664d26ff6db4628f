"""Books by ISBN, from Open Library.

https://openlibrary.org/dev/docs/api/books
"""

from django.conf import settings

from references.identifiers import Identifier
from references.lookup import sources
from references.lookup.mapping import openlibrary as mapping
from references.lookup.outcomes import Found
from references.lookup.services import NoSuchRecord, Service


class OpenLibrary:
    """The source for ISBNs."""

    name = "Open Library"

    def find(self, identifier: Identifier) -> Found:
        """Give the record of an ISBN."""
        service = Service(self.name, settings.OPENLIBRARY_URL, per_second=2)
        key = f"ISBN:{identifier.value}"
        answer = service.get_object(
            "api/books", {"bibkeys": key, "format": "json", "jscmd": "data"}
        )
        if not answer:
            raise NoSuchRecord
        book = answer.get(key)
        if not isinstance(book, dict):
            raise service.other_record()
        item = mapping.item(book, identifier.value)
        if not item.get("title"):
            raise service.unreadable()
        url = book.get("url")
        return sources.found(item, self.name, url if isinstance(url, str) else "")
