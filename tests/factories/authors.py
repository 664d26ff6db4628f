"""What authors declare and what they may call themselves."""

from datetime import timedelta

from django.utils import timezone
from factory import LazyFunction, Sequence, SubFactory
from factory.django import DjangoModelFactory

from authors import icmje
from authors.models import Credential, Disclosure
from tests.factories.pages import AuthorPageFactory


def answers(**lines):
    """Give all thirteen lines, “None” except where `lines` says more."""
    return {line.key: [] for line in icmje.LINES} | lines


class DisclosureFactory(DjangoModelFactory):
    """A disclosure of today that declares nothing."""

    class Meta:
        model = Disclosure

    author = SubFactory(AuthorPageFactory)
    declared_on = LazyFunction(timezone.localdate)
    answers = LazyFunction(answers)


class CredentialFactory(DjangoModelFactory):
    """A licence that Ada Finch checked today and that holds for another year."""

    class Meta:
        model = Credential

    author = SubFactory(AuthorPageFactory)
    title = "Licensed physician"
    issuer = "Medical Council of Elsewhere"
    number = Sequence(lambda n: f"SECRET-{n}")
    checker_name = "Ada Finch"
    checked_on = LazyFunction(timezone.localdate)
    expires_on = LazyFunction(lambda: timezone.localdate() + timedelta(days=365))
