"""Reading addresses that a person typed, and never the site's own network."""

from references.fetching.errors import (
    AddressRefused,
    FetchError,
    HostNotFound,
    TimedOut,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)
from references.fetching.following import Fetched, fetch
from references.fetching.links import LinkState, check_link
from references.fetching.policy import PUBLIC, Policy, is_public

__all__ = [
    "PUBLIC",
    "AddressRefused",
    "FetchError",
    "Fetched",
    "HostNotFound",
    "LinkState",
    "Policy",
    "TimedOut",
    "TooLarge",
    "TooManyRedirects",
    "Unreachable",
    "check_link",
    "fetch",
    "is_public",
]
