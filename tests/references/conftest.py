"""Services that answer as told, and sources to ask them about."""

import pytest
from django.core.cache import cache

from blog.models import FurtherReading
from references.lookup import limits, services
from tests.factories.references import ReferenceFactory
from tests.references.lookup.server import serving
from tests.references.sources import DOI, NO_HITS, SEARCH, WORK

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


@pytest.fixture
def answers(services_server):
    """Let Crossref answer with what a test gives, and PubMed know nothing."""

    def give(answer):
        services_server.answers[WORK] = answer
        services_server.answers[SEARCH] = NO_HITS
        return services_server

    return give


@pytest.fixture
def source(db):
    """A published record that the services are asked about."""
    return ReferenceFactory(title="Herons", doi=DOI)


@pytest.fixture
def cited(source, article):
    """The same, in the reading list of a published article."""
    FurtherReading.objects.create(page=article, reference=source)
    article.save()
    return source
