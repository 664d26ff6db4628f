"""Addresses on the web that name a published work."""

import re
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

Scheme = Literal["doi", "pmid", "pmcid", "nbk", "isbn", "issn", "arxiv", "url"]


class Address(NamedTuple):
    """What an address holds: an identifier as it stands there, or itself as `url`."""

    scheme: Scheme
    text: str


# Hosts of which people leave out the "https://".
_KNOWN_HOST = re.compile(
    r"(?:www\.|(?:dx\.)?doi\.org/|(?:pubmed\.|pmc\.)?ncbi\.nlm\.nih\.gov/"
    r"|pubmed\.gov/|europepmc\.org/|arxiv\.org/)",
    re.IGNORECASE,
)
# How the host and path of an address begin that names a work.
_PLACES: tuple[tuple[Scheme, str], ...] = (
    ("doi", r"(?:(?:dx|www)\.)?doi\.org/+(10\..+)"),
    ("pmid", r"pubmed\.(?:ncbi\.nlm\.nih\.)?gov/([0-9]{1,9})(?![^/])"),
    ("pmid", r"(?:www\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/([0-9]{1,9})(?![^/])"),
    ("pmid", r"[^/]+/(?:pmc/)?articles/pmid/([0-9]{1,9})(?![^/])"),
    ("pmid", r"europepmc\.org/(?:article|abstract)/med/([0-9]{1,9})(?![^/])"),
    (
        "pmcid",
        r"[^/]*ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/((?:PMC)?[0-9]{4,9})(?![^/.])",
    ),
    ("pmcid", r"europepmc\.org/(?:articles?|article/PMC)/(PMC[0-9]{4,9})(?![^/.])"),
    ("nbk", r"(?:www\.)?ncbi\.nlm\.nih\.gov/books/(NBK[0-9]{1,9})(?![0-9])"),
    (
        "arxiv",
        r"(?:[a-z]+\.)?arxiv\.org/(?:abs|pdf|html)/"
        r"([0-9]{4}\.[0-9]{4,5}|[a-z-]{2,12}(?:\.[a-z]{2})?/[0-9]{7})(?![0-9])",
    ),
)
_DOI = re.compile(r"(?<![\w.])10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s?#&]+")
# A DOI in a publisher's address ends before the words for a view of the work.
_VIEW = re.compile(
    r"(?:/(?:abstract|e?pdf|pdfdirect|epub|full|full-?text|html|meta|references"
    r"|summary)|\.(?:abstract|full|full-text|html|pdf|short|epub)"
    r"|(?<=[0-9])v[0-9]{1,2})+/?$",
    re.IGNORECASE,
)


def read(text: str) -> Address | None:
    """Give what an http(s) address names, or `None` for a text that is no address."""
    if _KNOWN_HOST.match(text):
        text = f"https://{text}"
    if not re.match(r"https?://\S+$", text, re.IGNORECASE):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if "." not in (parts.hostname or ""):
        return None
    place = f"{parts.hostname}{unquote(parts.path)}"
    for scheme, pattern in _PLACES:
        if match := re.match(pattern, place, re.IGNORECASE):
            return Address(scheme, match[1])
    if held := _DOI.search(place) or _DOI.search(unquote(parts.query)):
        return Address("doi", _VIEW.sub("", held[0]).rstrip("/"))
    return Address("url", text)
