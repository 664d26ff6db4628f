"""DataCite: DOIs of data sets, theses, reports and preprints.

https://support.datacite.org/docs/api-get-doi
"""

from typing import Any

from django.conf import settings

from references.identifiers import Identifier
from references.lookup import sources
from references.lookup.mapping import datacite as mapping
from references.lookup.outcomes import Found
from references.lookup.services import Service, path_of


class DataCite:
    """The source for DOIs that Crossref does not have."""

    name = "DataCite"

    def find(self, identifier: Identifier) -> Found:
        """Give the record of a DOI."""
        doi = identifier.value
        return sources.found(
            mapping.item(self.attributes(doi)), self.name, f"https://doi.org/{doi}"
        )

    def attributes(self, doi: str) -> dict[str, Any]:
        """Give what DataCite keeps of a DOI."""
        # 500 requests in five minutes are free to anyone.
        service = Service(self.name, settings.DATACITE_URL, per_second=5)
        data = service.get_object(f"dois/{path_of(doi)}").get("data")
        attributes = data.get("attributes") if isinstance(data, dict) else None
        if not isinstance(attributes, dict):
            raise service.unreadable()
        if not sources.same_doi(attributes.get("doi"), doi):
            raise service.other_record()
        return attributes
