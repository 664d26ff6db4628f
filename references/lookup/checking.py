"""Asking what became of a work: whether it was corrected, questioned or retracted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from references import standing
from references.identifiers import Identifier
from references.lookup.crossref import Crossref
from references.lookup.datacite import DataCite
from references.lookup.ncbi import PubMed
from references.lookup.openalex import OpenAlex
from references.lookup.services import NoSuchRecord, ServiceFailed
from references.standing import Standing, State


@dataclass(frozen=True)
class Checked:
    """What the sources answered about one work.

    `standing` is the most serious that any of them records, `None` when none of them
    has the work: then nothing is known, and an earlier answer goes on holding.
    `answered` names the sources that know the work, `failures` says why others could
    not be asked, by their names.
    """

    standing: Standing | None
    answered: tuple[str, ...]
    failures: dict[str, str]
    checked_at: datetime

    @property
    def is_complete(self) -> bool:
        """Whether every source answered; if not, the work is to be checked again."""
        return not self.failures


def standing_of(doi: str = "", pmid: str = "") -> Checked:
    """Ask Crossref (else DataCite) and PubMed what became of a work; raises nothing.

    OpenAlex is a third witness where the site has a key. Nothing is remembered: a
    check is made to learn what changed.
    """
    questions: dict[str, Callable[[], Standing]] = {}
    if doi:
        questions[Crossref.name] = lambda: _by_agency(doi)
    if doi or pmid:
        questions[PubMed.name] = lambda: _by_pubmed(doi, pmid)
    if doi and OpenAlex.is_available():
        questions[OpenAlex.name] = lambda: _by_openalex(doi)
    standings: dict[str, Standing] = {}
    failures: dict[str, str] = {}
    for name, ask in questions.items():
        try:
            standings[name] = ask()
        except NoSuchRecord:
            continue
        except ServiceFailed as failure:
            failures[name] = str(failure)
    return Checked(
        standing=standing.union(standings.values()) if standings else None,
        answered=tuple(standings),
        failures=failures,
        checked_at=timezone.now(),
    )


def _by_agency(doi: str) -> Standing:
    try:
        return standing.from_crossref(Crossref().message(doi))
    except NoSuchRecord:
        return standing.from_datacite(DataCite().attributes(doi))


def _by_pubmed(doi: str, pmid: str) -> Standing:
    pubmed = PubMed()
    if not pmid:
        pmid = pubmed.find(Identifier("doi", doi)).item["PMID"]
    found, problems = standing.from_pubmed_xml(pubmed.xml([pmid]))
    if problems:
        raise pubmed.unreadable()
    if pmid not in found:
        raise NoSuchRecord
    return found[pmid]


def _by_openalex(doi: str) -> Standing:
    is_retracted = OpenAlex().work(doi).get("is_retracted") is True
    state = State.RETRACTED if is_retracted else State.CURRENT
    return Standing(state=state, sources=(OpenAlex.name,))
