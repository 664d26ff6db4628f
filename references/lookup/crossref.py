"""Crossref: DOIs of journals, books and preprints, and the search for typed references.

https://api.crossref.org/swagger-ui/ and "Tips for using the REST API". One record is
given ten times a second to who names a contact, a search three times.
"""

from typing import Any

from django.conf import settings

from references.identifiers import Identifier
from references.lookup import sources
from references.lookup.mapping import crossref as mapping
from references.lookup.mapping.values import mappings
from references.lookup.outcomes import Found
from references.lookup.services import Service, contact, path_of

ROWS = 5


class Crossref:
    """The source for most DOIs."""

    name = "Crossref"

    def find(self, identifier: Identifier) -> Found:
        """Give the record of a DOI; `NoSuchRecord` where another agency has it."""
        return found(self.message(identifier.value))

    def message(self, doi: str) -> dict[str, Any]:
        """Give Crossref's message about a DOI.

        A DOI that was replaced is answered with the work that it is an alias of; any
        other work is a failure.
        """
        service = self._service(per_second=10)
        message = service.get_object(f"works/{path_of(doi)}").get("message")
        if not isinstance(message, dict):
            raise service.unreadable()
        aliases = message.get("aliases")
        known = [message.get("DOI"), *(aliases if isinstance(aliases, list) else [])]
        if not any(sources.same_doi(it, doi) for it in known):
            raise service.other_record()
        return message

    def search(self, line: str) -> list[dict[str, Any]]:
        """Give the messages that Crossref thinks fit a typed reference, best first."""
        service = self._service(per_second=3)
        answer = service.get_object(
            "works", {"query.bibliographic": line, "rows": str(ROWS)}
        )
        message = answer.get("message")
        if not isinstance(message, dict):
            raise service.unreadable()
        return mappings(message.get("items"))[:ROWS]

    def _service(self, per_second: float) -> Service:
        return Service(
            name=self.name,
            base=settings.CROSSREF_URL,
            per_second=per_second,
            params={"mailto": contact()},
        )


def found(message: dict[str, Any]) -> Found:
    """Give what a message says of its work."""
    item = mapping.item(message)
    return sources.found(item, Crossref.name, f"https://doi.org/{item.get('DOI', '')}")
