"""What tests of the checks of sources share."""

import pytest

from blog.models import FurtherReading
from tests.factories.references import ReferenceFactory
from tests.references.lookup.conftest import services_server  # noqa: F401
from tests.references.sources import DOI, NO_HITS, SEARCH, WORK


@pytest.fixture
def answers(services_server):  # noqa: F811
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
