"""Authors, the list of them, their credentials and their disclosures."""

from authors.models.author import AuthorPage, validate_orcid
from authors.models.credential import Credential
from authors.models.disclosure import Disclosure
from authors.models.index import AuthorIndexPage

__all__ = [
    "AuthorIndexPage",
    "AuthorPage",
    "Credential",
    "Disclosure",
    "validate_orcid",
]
