"""Asking what became of a work, of services that know it, do not, or fail."""

from pathlib import Path

import pytest

from references.lookup import standing_of
from references.standing import Standing, State
from tests.references.lookup.server import Answer

DATA = Path("tests/data/references/lookup")
DOI, PMID = "10.5555/journal.2023.17", "11112222"
WORK = f"/crossref/works/{DOI}"
SEARCH, FETCH = "/ncbi_eutils/esearch.fcgi", "/ncbi_eutils/efetch.fcgi"
RETRACTED = Standing(
    state=State.RETRACTED,
    notice_doi="10.5555/journal.2024.99",
    notice_pmid="33334444",
    date=(2024, 2, 1),
    sources=("PubMed",),
)


@pytest.fixture
def pubmed():
    return {
        SEARCH: Answer({"esearchresult": {"idlist": [PMID]}}),
        FETCH: Answer((DATA / "pubmed_article.xml").read_bytes()),
    }


@pytest.fixture
def crossref():
    return {WORK: Answer((DATA / "crossref_article.json").read_bytes())}


def test_the_most_serious_answer_counts(services_server, crossref, pubmed):
    services_server.answers = crossref | pubmed
    checked = standing_of(DOI, PMID)
    assert (checked.standing, checked.answered, checked.failures) == (
        RETRACTED,
        ("Crossref", "PubMed"),
        {},
    )
    assert checked.is_complete is True


def test_a_doi_is_enough(services_server, crossref, pubmed):
    services_server.answers = crossref | pubmed
    assert standing_of(DOI).standing == RETRACTED


def test_a_pmid_is_enough(services_server, pubmed):
    services_server.answers = pubmed
    checked = standing_of(pmid=PMID)
    assert (checked.standing, checked.answered) == (RETRACTED, ("PubMed",))


def test_a_work_that_nobody_knows_has_no_standing(services_server):
    checked = standing_of(DOI)
    assert (checked.standing, checked.answered, checked.is_complete) == (None, (), True)


def test_a_failed_check_is_not_a_clean_one(services_server, crossref):
    services_server.answers = crossref | {SEARCH: Answer(status=500)}
    checked = standing_of(DOI)
    assert checked.failures == {
        "PubMed": "PubMed is out of order or busy (status 500)."
    }
    assert (checked.standing, checked.is_complete) == (
        Standing(sources=("Crossref",)),
        False,
    )


@pytest.mark.parametrize("body", ["<html></html>", "<PubmedArticleSet>", ""])
def test_an_answer_that_is_none_is_a_failure(services_server, body):
    services_server.answers = {FETCH: Answer(body)}
    checked = standing_of(pmid=PMID)
    assert (checked.standing, checked.failures) == (
        None,
        {"PubMed": "The answer of PubMed could not be read."},
    )


def test_a_data_set_is_asked_of_datacite(services_server):
    services_server.answers = {
        "/datacite/dois/10.5072/data.2": Answer(
            (DATA / "datacite_dataset.json").read_bytes()
        )
    }
    checked = standing_of("10.5072/data.2")
    assert checked.standing == Standing(sources=("DataCite",))


def test_openalex_is_a_third_witness(services_server, settings, crossref):
    settings.OPENALEX_API_KEY = "key"
    services_server.answers = crossref | {
        f"/openalex/works/doi:{DOI}": Answer(
            {"doi": f"https://doi.org/{DOI}", "is_retracted": True}
        )
    }
    assert standing_of(DOI).standing == Standing(
        state=State.RETRACTED, sources=("OpenAlex",)
    )


def test_nothing_to_ask_about(services_server):
    assert standing_of().standing is None
    assert services_server.requests == []
