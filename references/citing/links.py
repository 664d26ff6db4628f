"""Where a reader finds a source: at its publisher, in PubMed, in full and free."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from references import addresses
from references.csl import address
from references.records import Item

_SAFE_IN_DOI = "/:;().,_-~!*'$&+@="


@dataclass(frozen=True)
class Link:
    """A place on the web, by a name that says what is there."""

    name: str
    href: str


def links(item: Item) -> tuple[Link, ...]:
    """Give the places where a source is, each once, what is free to read first."""
    found: list[Link] = []
    if pmcid := item.get("PMCID"):
        place = f"https://pmc.ncbi.nlm.nih.gov/articles/{quote(pmcid)}/"
        found.append(Link(_("Free full text"), place))
    if nbk := item.get("custom", {}).get("NBK"):
        place = f"https://www.ncbi.nlm.nih.gov/books/{quote(nbk)}/"
        found.append(Link(_("Free full text"), place))
    if doi := item.get("DOI"):
        place = f"https://doi.org/{quote(doi, safe=_SAFE_IN_DOI)}"
        found.append(Link(_("Publisher’s page"), place))
    if pmid := item.get("PMID"):
        place = f"https://pubmed.ncbi.nlm.nih.gov/{quote(pmid)}/"
        found.append(Link("PubMed", place))
    page = address(item.get("URL", ""))
    if page and _says_more(page):
        found.append(Link(_("Web page"), page))
    return tuple(found)


def _says_more(page: str) -> bool:
    """Tell whether an address is none of those that identifiers lead to."""
    named = addresses.read(page)
    return named is None or named.scheme in ("url", "arxiv")
