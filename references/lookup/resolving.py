"""From an identifier to a record: which sources are asked, in which order."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from references.fetching import PUBLIC, Policy
from references.identifiers import Identifier
from references.lookup.books import OpenLibrary
from references.lookup.crossref import Crossref
from references.lookup.datacite import DataCite
from references.lookup.merging import merged
from references.lookup.ncbi import PubMed
from references.lookup.openalex import OpenAlex
from references.lookup.outcomes import Failed, Found, NotFound, Outcome
from references.lookup.services import NoSuchRecord, ServiceFailed
from references.lookup.sources import Source
from references.lookup.web import WebPages

_DAY = 24 * 3600
_TEN_MINUTES = 600
# arXiv registers each of its papers under this prefix.
_ARXIV_DOI = "10.48550/arxiv."


def resolve(identifier: Identifier, *, policy: Policy = PUBLIC) -> Outcome:
    """Look up the work that an identifier names.

    A DOI is asked of Crossref, then DataCite, and a journal article's of PubMed as
    well; PMID, PMCID and Bookshelf number of NCBI; ISBN of Open Library; of another
    address the page itself is read, under `policy`, and the DOI that it names, if any,
    is looked up in turn.

    Raises nothing for whatever a service does. What was found is remembered for a day,
    that there is nothing for ten minutes, a failure not at all.
    """
    key = _cache_key(identifier)
    if isinstance(known := cache.get(key), Found | NotFound):
        return known
    outcome = _resolved(identifier, policy)
    if not isinstance(outcome, Failed):
        is_whole = isinstance(outcome, Found) and not outcome.unanswered
        cache.set(key, outcome, _DAY if is_whole else _TEN_MINUTES)
    return outcome


def _resolved(identifier: Identifier, policy: Policy) -> Outcome:
    match identifier.scheme:
        case "doi":
            return _by_doi(identifier)
        case "arxiv":
            return _by_doi(Identifier("doi", f"{_ARXIV_DOI}{identifier.value}"))
        case "pmid" | "nbk":
            return _first([PubMed()], identifier)
        case "pmcid":
            return _by_pmcid(identifier)
        case "isbn":
            return _first([OpenLibrary()], identifier)
        case "url":
            return _by_address(identifier, policy)
        case _:
            return Failed(_("This number names a journal, not one work in it."))


def _by_doi(identifier: Identifier) -> Outcome:
    registered = _first([Crossref(), DataCite()], identifier)
    if isinstance(registered, Found):
        if registered.item.get("type") != "article-journal":
            return registered
        return _with_pubmed(registered, identifier)
    others: list[Source] = []
    if isinstance(registered, Failed):
        others.append(PubMed())
    if OpenAlex.is_available():
        others.append(OpenAlex())
    beside = _first(others, identifier)
    if not isinstance(beside, Found):
        return registered
    if isinstance(registered, Failed):
        return replace(beside, unanswered=(registered.source,))
    return beside


def _with_pubmed(registered: Found, identifier: Identifier) -> Found:
    match _first([PubMed()], identifier):
        case Found() as found:
            return merged(registered, found)
        case Failed():
            return replace(registered, unanswered=(PubMed.name,))
        case _:
            return registered


def _by_pmcid(identifier: Identifier) -> Outcome:
    outcome = _first([PubMed()], identifier)
    if not isinstance(outcome, NotFound):
        return outcome
    try:
        doi = PubMed().doi_of(identifier.value)
    except NoSuchRecord:
        return outcome
    except ServiceFailed as failure:
        return Failed(str(failure))
    return resolve(Identifier("doi", doi))


def _by_address(identifier: Identifier, policy: Policy) -> Outcome:
    page = _first([WebPages(policy)], identifier)
    if isinstance(page, Found) and (doi := page.item.get("DOI")):
        work = resolve(Identifier("doi", doi))
        if isinstance(work, Found):
            return work
    return page


def _first(sources: Sequence[Source], identifier: Identifier) -> Outcome:
    """Ask one source after the other until one does not say that it knows nothing."""
    for source in sources:
        try:
            return source.find(identifier)
        except NoSuchRecord:
            continue
        except ServiceFailed as failure:
            return Failed(str(failure), source.name)
    return NotFound(tuple(source.name for source in sources))


def _cache_key(identifier: Identifier) -> str:
    """Name an answer by what was asked of whom: another server answers otherwise."""
    asked = (
        identifier.scheme,
        identifier.value,
        settings.CROSSREF_URL,
        settings.DATACITE_URL,
        settings.NCBI_EUTILS_URL,
        settings.PMC_IDCONV_URL,
        settings.OPENLIBRARY_URL,
        settings.OPENALEX_URL,
        bool(settings.OPENALEX_API_KEY),
    )
    digest = hashlib.sha256(repr(asked).encode()).hexdigest()
    return f"references.lookup.{digest}"
