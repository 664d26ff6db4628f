"""Looking identifiers up where every service does what it documents."""

from ipaddress import ip_address

import pytest
from django.utils import timezone

from references.fetching import Policy
from references.identifiers import Identifier
from references.lookup import Failed, Found, NotFound, resolve
from tests.references.lookup.answers import (
    CONVERTER,
    DATA,
    DOI,
    FETCH,
    PRINTED_DOI,
    SEARCH,
    WORK,
    expected,
    hits,
    recorded,
)
from tests.references.lookup.server import Answer


def test_a_doi_of_crossref(services_server):
    services_server.answers = {
        WORK: recorded("crossref_article.json"),
        SEARCH: hits(),
    }
    outcome = resolve(DOI)
    item = expected("crossref_article.expected.json")
    assert outcome == Found(
        item=item,
        source="Crossref",
        source_id=f"https://doi.org/{PRINTED_DOI}",
        fetched_at=outcome.fetched_at,
        provenance=dict.fromkeys(item, "Crossref"),
    )


def test_every_service_is_told_who_asks(services_server):
    services_server.answers = {WORK: recorded("crossref_article.json")}
    resolve(DOI)
    crossref, pubmed = services_server.requests
    assert crossref.query == {"mailto": "editors@example.org"}
    assert pubmed.query == {
        "tool": "citewell",
        "email": "editors@example.org",
        "api_key": "a-key",
        "db": "pubmed",
        "retmode": "json",
        "retmax": "20",
        "term": '"10.5555/journal.2023.17"[doi]',
    }
    assert crossref.headers["User-Agent"] == (
        "Citewell/1 (http://testserver; mailto:editors@example.org)"
    )


def test_pubmed_adds_what_it_knows_better(services_server):
    services_server.answers = {
        WORK: recorded("crossref_article.json"),
        SEARCH: hits("11112222"),
        FETCH: recorded("pubmed_article.xml"),
    }
    outcome = resolve(DOI)
    item = expected("crossref_article.expected.json") | {
        "container-title-short": "J Invent Med",
        "issued": {"date-parts": [[2023, 7, 4]]},
        "PMID": "11112222",
        "PMCID": "PMC7654321",
    }
    assert outcome.item == item
    assert {
        field for field, source in outcome.provenance.items() if source == "PubMed"
    } == {"container-title-short", "issued", "page", "PMID", "PMCID"}


def test_a_doi_that_crossref_does_not_have_is_asked_of_datacite(services_server):
    services_server.answers = {
        "/datacite/dois/10.5072/thesis.1": recorded("datacite_thesis.json")
    }
    outcome = resolve(Identifier("doi", "10.5072/thesis.1"))
    assert (outcome.source, outcome.item) == (
        "DataCite",
        expected("datacite_thesis.expected.json"),
    )


def test_a_doi_that_nobody_has(services_server):
    assert resolve(DOI) == NotFound(("Crossref", "DataCite"))


def test_openalex_is_asked_last_and_only_with_a_key(services_server, settings):
    services_server.answers = {
        "/openalex/works/doi:10.5555/open.1": recorded("openalex_article.json")
    }
    doi = Identifier("doi", "10.5555/open.1")
    assert resolve(doi) == NotFound(("Crossref", "DataCite"))
    settings.OPENALEX_API_KEY = "key"
    outcome = resolve(doi)
    assert (outcome.source, outcome.item) == (
        "OpenAlex",
        expected("openalex_article.expected.json"),
    )


def test_a_replaced_doi_gives_the_work_that_it_is_an_alias_of(services_server):
    answer = expected("crossref_article.json")
    answer["message"]["aliases"] = ["10.5555/OLD"]
    services_server.answers = {"/crossref/works/10.5555/old": Answer(answer)}
    outcome = resolve(Identifier("doi", "10.5555/old"))
    assert outcome.item["DOI"] == PRINTED_DOI


def test_a_pmid(services_server):
    services_server.answers = {FETCH: recorded("pubmed_article.xml")}
    outcome = resolve(Identifier("pmid", "11112222"))
    assert (outcome.source, outcome.source_id, outcome.item["DOI"]) == (
        "PubMed",
        "https://pubmed.ncbi.nlm.nih.gov/11112222/",
        "10.5555/journal.2023.17",
    )


@pytest.mark.parametrize(
    "answer",
    [
        Answer("<PubmedArticleSet></PubmedArticleSet>"),
        Answer("ID list is empty!", status=400),
    ],
)
def test_a_pmid_that_pubmed_does_not_have(services_server, answer):
    services_server.answers = {FETCH: answer}
    assert resolve(Identifier("pmid", "999999999")) == NotFound(("PubMed",))


@pytest.mark.parametrize("pmid", ["11112222", 11112222])
def test_a_pmcid_of_an_article_in_pubmed(services_server, pmid):
    services_server.answers = {
        CONVERTER: Answer({"records": [{"pmcid": "PMC7654321", "pmid": pmid}]}),
        FETCH: recorded("pubmed_article.xml"),
    }
    outcome = resolve(Identifier("pmcid", "PMC7654321"))
    assert (outcome.item["PMID"], outcome.item["PMCID"]) == ("11112222", "PMC7654321")


def test_a_pmcid_of_an_article_outside_pubmed(services_server):
    record = {"pmcid": "PMC7654321", "doi": "10.5555/JOURNAL.2023.17"}
    services_server.answers = {
        CONVERTER: Answer({"records": [record]}),
        WORK: recorded("crossref_article.json"),
    }
    outcome = resolve(Identifier("pmcid", "PMC7654321"))
    assert (outcome.source, outcome.item["DOI"]) == ("Crossref", PRINTED_DOI)


def test_a_pmcid_that_does_not_exist(services_server):
    record = {"pmcid": "PMC1", "status": "error", "errmsg": "invalid article id"}
    services_server.answers = {CONVERTER: Answer({"records": [record]})}
    assert resolve(Identifier("pmcid", "PMC1111")) == NotFound(("PubMed",))


def test_a_bookshelf_number_gives_its_own_chapter(services_server):
    services_server.answers = {
        SEARCH: hits("100", "101"),
        FETCH: recorded("pubmed_chapters.xml"),
    }
    outcome = resolve(Identifier("nbk", "NBK1001"))
    assert (outcome.item["title"], outcome.item["custom"]) == (
        "The chapter",
        {"NBK": "NBK1001"},
    )
    assert services_server.requests[1].query["id"] == "100,101"


def test_an_isbn(services_server):
    services_server.answers = {
        "/openlibrary/api/books": recorded("openlibrary_book.json")
    }
    outcome = resolve(Identifier("isbn", "9780306406157"))
    assert outcome.item == expected("openlibrary_book.expected.json")


def test_an_isbn_that_open_library_does_not_have(services_server):
    services_server.answers = {"/openlibrary/api/books": Answer({})}
    assert resolve(Identifier("isbn", "9780306406157")) == NotFound(("Open Library",))


@pytest.fixture
def policy(services_server):
    return Policy(
        allowed=lambda address: address == ip_address("127.0.0.1"),
        ports=frozenset({services_server.port}),
    )


def test_a_web_page(services_server, policy):
    services_server.answers = {
        "/headaches": Answer(
            (DATA / "page_health.html").read_bytes(),
            headers={"Content-Type": "text/html"},
        )
    }
    url = f"{services_server.url}/headaches"
    outcome = resolve(Identifier("url", url), policy=policy)
    today = timezone.localdate()
    assert outcome.item == expected("page_health.expected.json") | {
        "URL": url,
        "accessed": {"date-parts": [[today.year, today.month, today.day]]},
    }


def test_a_page_that_names_its_doi_gives_the_work(services_server, policy):
    answer = expected("crossref_article.json")
    answer["message"]["DOI"] = "10.5555/pages.1"
    services_server.answers = {
        "/article": recorded("page_journal.html"),
        "/crossref/works/10.5555/pages.1": Answer(answer),
    }
    url = Identifier("url", f"{services_server.url}/article")
    assert resolve(url, policy=policy).source == "Crossref"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer(status=410), NotFound(("Web page",))),
        (
            Answer(status=403),
            Failed(
                "The site does not let programs read this page (status 403).",
                "Web page",
            ),
        ),
        (
            Answer("%PDF", headers={"Content-Type": "application/pdf"}),
            Failed("The address holds a file, not a web page.", "Web page"),
        ),
        (
            Answer("<p>Nothing"),
            Failed("The page does not say what its title is.", "Web page"),
        ),
    ],
)
def test_a_page_that_cannot_be_cited(services_server, policy, answer, outcome):
    services_server.answers = {"/page": answer}
    url = Identifier("url", f"{services_server.url}/page")
    assert resolve(url, policy=policy) == outcome


def test_an_address_in_a_private_network_is_not_read(services_server):
    url = Identifier("url", f"{services_server.url}/page")
    assert isinstance(resolve(url), Failed)
    assert services_server.requests == []


def test_an_issn_names_no_work(services_server):
    assert resolve(Identifier("issn", "1234-5679")) == Failed(
        "This number names a journal, not one work in it."
    )
