"""NCBI: PubMed by E-utilities, and PubMed Central's converter of identifiers.

https://www.ncbi.nlm.nih.gov/books/NBK25499/ (E-utilities in depth) and
https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/. Three requests a second without a
key, ten with one; every request names the tool and a contact.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.conf import settings

from references.formats import pubmed_xml
from references.identifiers import Identifier
from references.lookup import sources
from references.lookup.mapping.values import mapping, mappings, text, texts
from references.lookup.outcomes import Found
from references.lookup.services import NoSuchRecord, Service, ServiceFailed, contact
from references.records import Item

# A Bookshelf number finds the other chapters of its book, too.
_MOST_HITS = 20
_NO_RECORDS = re.compile(r"<PubmedArticleSet\s*(?:/>|>\s*</PubmedArticleSet>)")


class PubMed:
    """The source for PMIDs, PMCIDs and Bookshelf numbers, and for DOIs beside Crossref.

    A PMCID whose article is not in PubMed is no record here: `doi_of` may know it.
    """

    name = "PubMed"

    def find(self, identifier: Identifier) -> Found:
        """Give the record that has the identifier, of whichever scheme."""
        value = identifier.value
        if identifier.scheme == "pmid":
            return self._only([value], lambda item: item.get("PMID") == value)
        if identifier.scheme == "pmcid":
            return self._by_pmcid(value)
        if identifier.scheme == "nbk":
            return self._only(
                self.search(value),
                lambda item: mapping(item.get("custom")).get("NBK") == value,
            )
        return self._only(
            self.search(f'"{value}"[doi]'),
            lambda item: sources.same_doi(item.get("DOI"), value),
        )

    def search(self, term: str) -> list[str]:
        """Give the PMIDs that PubMed finds for a term; `NoSuchRecord` for none."""
        service = self._service()
        answer = service.get_object(
            "esearch.fcgi",
            {
                "db": "pubmed",
                "retmode": "json",
                "retmax": str(_MOST_HITS),
                "term": term,
            },
        )
        result = answer.get("esearchresult")
        if not isinstance(result, dict) or not isinstance(result.get("idlist"), list):
            raise service.unreadable()
        pmids = [pmid for pmid in texts(result["idlist"]) if pmid.isdigit()]
        if not pmids:
            raise NoSuchRecord
        return pmids

    def xml(self, pmids: list[str]) -> str:
        """Give PubMed's XML of some records; `NoSuchRecord` where it has none."""
        answer = self._service().get(
            "efetch.fcgi", {"db": "pubmed", "retmode": "xml", "id": ",".join(pmids)}
        )
        return answer.text

    def doi_of(self, pmcid: str) -> str:
        """Give the DOI of an article in PubMed Central; `NoSuchRecord` for none."""
        doi = text(self._converted(pmcid).get("doi"))
        if not doi:
            raise NoSuchRecord
        return doi.lower()

    def unreadable(self) -> ServiceFailed:
        """Give the error for an answer that is not what PubMed documents."""
        return self._service().unreadable()

    def _by_pmcid(self, pmcid: str) -> Found:
        pmid = text(self._converted(pmcid).get("pmid"))
        if not pmid:
            raise NoSuchRecord
        record = self._only([pmid], lambda item: item.get("PMID") == pmid)
        # A record in process may not show it yet.
        item = {**record.item, "PMCID": pmcid}
        return replace(record, item=item, provenance=dict.fromkeys(item, self.name))

    def _only(self, pmids: list[str], is_it: Callable[[Item], bool]) -> Found:
        """Give the one record among these for which `is_it` holds."""
        answer = self.xml(pmids)
        if _NO_RECORDS.search(answer):
            raise NoSuchRecord
        batch = pubmed_xml.read(answer)
        for record in batch.records:
            if is_it(record.item):
                item = {key: value for key, value in record.item.items() if key != "id"}
                address = f"https://pubmed.ncbi.nlm.nih.gov/{item.get('PMID', '')}/"
                return sources.found(item, self.name, address)
        if batch.problems and not batch.records:
            raise self.unreadable()
        if len(pmids) == 1 and batch.records:
            raise self._service().other_record()
        raise NoSuchRecord

    def _converted(self, pmcid: str) -> dict[str, Any]:
        service = replace(
            self._service(), name="PubMed Central", base=settings.PMC_IDCONV_URL
        )
        answer = service.get_object(
            "articles/", {"ids": pmcid, "idtype": "pmcid", "format": "json"}
        )
        if not isinstance(answer.get("records"), list):
            raise service.unreadable()
        for record in mappings(answer["records"]):
            known = text(record.get("pmcid")).partition(".")[0]
            if record.get("status") != "error" and known == pmcid:
                return record
        raise NoSuchRecord

    def _service(self) -> Service:
        key = settings.NCBI_API_KEY
        return Service(
            name=self.name,
            base=settings.NCBI_EUTILS_URL,
            per_second=10 if key else 3,
            params={"tool": "citewell", "email": contact()}
            | ({"api_key": key} if key else {}),
            # efetch says 400 where it has none of the records.
            missing=frozenset({400, 404, 410}),
        )
