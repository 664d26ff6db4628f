"""References of the library."""

from factory import Sequence
from factory.django import DjangoModelFactory

from references.models import Reference


class ReferenceFactory(DjangoModelFactory):
    """A journal article with a DOI."""

    class Meta:
        model = Reference

    title = Sequence(lambda n: f"Study {n}")
    doi = Sequence(lambda n: f"10.1000/{n}")
    issued = "2020"
