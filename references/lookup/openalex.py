"""OpenAlex: a further source for DOIs, for sites that have a key to it.

https://docs.openalex.org/api-entities/works
"""

from typing import Any

from django.conf import settings

from references.identifiers import Identifier
from references.lookup import sources
from references.lookup.mapping import openalex as mapping
from references.lookup.outcomes import Found
from references.lookup.services import Service, contact, path_of


class OpenAlex:
    """The source that is asked when those of record have nothing to give."""

    name = "OpenAlex"

    @staticmethod
    def is_available() -> bool:
        """Whether this site has a key."""
        return bool(settings.OPENALEX_API_KEY)

    def find(self, identifier: Identifier) -> Found:
        """Give the record of a DOI."""
        work = self.work(identifier.value)
        address = work.get("id")
        return sources.found(
            mapping.item(work),
            self.name,
            address if isinstance(address, str) else "",
        )

    def work(self, doi: str) -> dict[str, Any]:
        """Give what OpenAlex keeps of a DOI."""
        service = Service(
            name=self.name,
            base=settings.OPENALEX_URL,
            per_second=10,
            params={"api_key": settings.OPENALEX_API_KEY, "mailto": contact()},
        )
        work = service.get_object(f"works/doi:{path_of(doi)}")
        known = str(work.get("doi")).removeprefix("https://doi.org/")
        if not sources.same_doi(known, doi):
            raise service.other_record()
        return work
