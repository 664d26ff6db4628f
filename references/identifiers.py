"""Identifiers of published work, brought to the one form that is stored."""

import re
from urllib.parse import unquote

_DOI_PREFIX = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_DOI = re.compile(r"^10\.\d{4,9}(?:\.\d+)*/\S+$")
_PMID = re.compile(r"^[1-9]\d{0,8}$")
_PMCID = re.compile(r"^(?:PMC)?(\d{4,9})(?:\.\d+)?$", re.IGNORECASE)


def normalise_doi(text: str) -> str:
    """Give a DOI in lower case without its address; `ValueError` when it is none."""
    bare = unquote(_DOI_PREFIX.sub("", text.strip())).rstrip(".,;:").lower()
    if not _DOI.match(bare):
        raise ValueError("A DOI starts with “10.”, such as 10.1000/182.")
    return bare


def normalise_pmid(text: str) -> str:
    """Give a PubMed number as digits; `ValueError` when it is none."""
    bare = re.sub(r"^PMID:?\s*", "", text.strip(), flags=re.IGNORECASE)
    if not _PMID.match(bare):
        raise ValueError("A PubMed number has one to nine digits.")
    return bare


def normalise_pmcid(text: str) -> str:
    """Give a PubMed Central number as `PMC…`; `ValueError` when it is none."""
    match = _PMCID.match(re.sub(r"^PMCID:?\s*", "", text.strip(), flags=re.IGNORECASE))
    if match is None:
        raise ValueError("A PubMed Central number looks like PMC1234567.")
    return f"PMC{match[1]}"
