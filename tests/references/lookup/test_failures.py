"""Looking identifiers up where services fail in every way that servers do."""

import pytest

from references.identifiers import Identifier
from references.lookup import Failed, Found, resolve, services
from tests.references.lookup.answers import (
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


@pytest.mark.parametrize(
    ("answer", "reason", "tries"),
    [
        (
            Answer(status=500),
            "Crossref is out of order or busy (status 500).",
            2,
        ),
        (
            Answer(status=429, headers={"Retry-After": "30"}),
            "Crossref is out of order or busy (status 429).",
            1,
        ),
        (
            Answer(status=503, headers={"Retry-After": "soon"}),
            "Crossref is out of order or busy (status 503).",
            2,
        ),
        (Answer(status=403), "Crossref refused the request (status 403).", 1),
        (Answer(status=204), "Crossref refused the request (status 204).", 1),
        (Answer("not JSON"), "The answer of Crossref could not be read.", 1),
        (Answer("[1]"), "The answer of Crossref could not be read.", 1),
        (Answer("[" * 50_000), "The answer of Crossref could not be read.", 1),
        (Answer({"message": "none"}), "The answer of Crossref could not be read.", 1),
        (Answer(b"\xff\xfe\x00"), "The answer of Crossref could not be read.", 1),
        (
            Answer({"message": {"DOI": "10.5555/other", "title": ["Other"]}}),
            "Crossref answered with the record of another work.",
            1,
        ),
        (
            Answer(status=302, headers={"Location": "http://10.0.0.1/"}),
            "The answer of Crossref could not be read.",
            1,
        ),
    ],
)
def test_a_service_that_fails_is_a_failure_in_words(
    services_server, answer, reason, tries
):
    services_server.answers = {WORK: answer}
    assert resolve(DOI) == Failed(reason, "Crossref")
    assert [it.path for it in services_server.requests].count(WORK) == tries


@pytest.mark.parametrize("answer", [Answer(delay=0.5), Answer("{" * 99, drip=0.02)])
def test_a_slow_service_is_not_waited_for(services_server, monkeypatch, answer):
    monkeypatch.setattr(services, "SECONDS", 0.2)
    services_server.answers = {WORK: answer}
    assert resolve(DOI) == Failed("Crossref took too long to answer.", "Crossref")


def test_an_answer_without_end_is_cut_off(services_server, monkeypatch):
    monkeypatch.setattr(services, "MAX_BYTES", 1000)
    services_server.answers = {WORK: recorded("crossref_article.json")}
    assert resolve(DOI) == Failed(
        "The answer of Crossref could not be read.", "Crossref"
    )


def test_a_service_that_is_down(services_server, settings):
    settings.CROSSREF_URL = "http://127.0.0.1:9"
    assert resolve(DOI) == Failed("Crossref could not be reached.", "Crossref")


def test_a_service_without_a_name_in_the_network(services_server, settings):
    settings.CROSSREF_URL = "http://crossref.invalid"
    assert resolve(DOI) == Failed("Crossref could not be reached.", "Crossref")


def test_a_service_at_an_address_that_is_none(services_server, settings):
    settings.CROSSREF_URL = "not an address"
    assert resolve(DOI) == Failed(
        "The answer of Crossref could not be read.", "Crossref"
    )


def test_while_crossref_is_down_pubmed_may_do(services_server):
    services_server.answers = {
        WORK: Answer(status=500),
        SEARCH: hits("11112222"),
        FETCH: recorded("pubmed_article.xml"),
    }
    outcome = resolve(DOI)
    assert (outcome.source, outcome.unanswered) == ("PubMed", ("Crossref",))


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=500),
        Answer("<html>"),
        Answer('<!DOCTYPE a [<!ENTITY b "c">]><PubmedArticleSet>&b;'),
    ],
)
def test_without_pubmed_crossref_does(services_server, answer):
    services_server.answers = {
        WORK: recorded("crossref_article.json"),
        SEARCH: answer,
    }
    outcome = resolve(DOI)
    assert (outcome.item, outcome.unanswered) == (
        expected("crossref_article.expected.json"),
        ("PubMed",),
    )


def test_another_record_than_the_one_asked_for_is_not_taken(services_server):
    services_server.answers = {FETCH: recorded("pubmed_article.xml")}
    assert resolve(Identifier("pmid", "5")) == Failed(
        "PubMed answered with the record of another work.", "PubMed"
    )


def test_a_second_try_may_succeed(services_server):
    services_server.answers = {
        WORK: [
            Answer(status=503, headers={"Retry-After": "0"}),
            recorded("crossref_article.json"),
        ]
    }
    assert resolve(DOI).source == "Crossref"


def test_a_redirect_within_the_service_is_followed(services_server):
    services_server.answers = {
        WORK: Answer(status=301, headers={"Location": "/crossref/moved"}),
        "/crossref/moved": recorded("crossref_article.json"),
    }
    assert resolve(DOI).item["DOI"] == PRINTED_DOI


def test_what_was_found_is_remembered(services_server):
    services_server.answers = {WORK: recorded("crossref_article.json")}
    first, asked = resolve(DOI), len(services_server.requests)
    assert resolve(DOI) == first
    assert len(services_server.requests) == asked


def test_a_failure_is_not_remembered(services_server):
    services_server.answers = {WORK: Answer(status=403)}
    assert isinstance(resolve(DOI), Failed)
    services_server.answers = {WORK: recorded("crossref_article.json")}
    assert isinstance(resolve(DOI), Found)
