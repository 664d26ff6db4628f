"""One server in the place of all look-up services."""

import pytest
from django.core.cache import cache

from references.lookup import limits, services
from tests.references.lookup.server import serving

SERVICES = ["CROSSREF", "DATACITE", "NCBI_EUTILS", "PMC_IDCONV", "OPENLIBRARY"]


@pytest.fixture
def services_server(settings, monkeypatch):
    """The server; each service is at the path of its name in small letters."""
    cache.clear()
    monkeypatch.setattr(services, "LIMITER", limits.Limiter())
    settings.CONTACT_EMAIL = "editors@example.org"
    # Ten requests a second instead of three.
    settings.NCBI_API_KEY = "a-key"
    settings.OPENALEX_API_KEY = ""
    with serving() as server:
        for name in [*SERVICES, "OPENALEX"]:
            setattr(settings, f"{name}_URL", f"{server.url}/{name.lower()}")
        yield server
    cache.clear()
