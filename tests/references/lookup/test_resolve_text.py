"""What a typed reference may mean: offered only where it fits."""

from dataclasses import replace

import pytest

from references.lookup import Candidates, Failed, NotFound, resolve_text
from references.lookup.crossref import found
from references.lookup.typed import candidate
from tests.references.lookup.server import Answer

MESSAGE = {
    "DOI": "10.5555/sleep.1",
    "type": "journal-article",
    "title": ["Sleep and the invention of rest in adults"],
    "subtitle": ["A randomised trial"],
    "author": [{"family": "Núñez", "given": "A"}, {"family": "Smith", "given": "B"}],
    "issued": {"date-parts": [[2019]]},
    "page": "117-124",
}
LINE = (
    "Nunez A, Smith B. Sleep and the invention of rest in adults: a randomised "
    "trial. J Invent Med. 2019;4(2):117-24."
)


def test_a_work_that_fits_is_offered_with_reasons():
    fitting = candidate(LINE, found(MESSAGE))
    assert (fitting.score, fitting.reasons) == (
        1.0,
        ("the title", "the year", "the first author", "the first page"),
    )


@pytest.mark.parametrize(
    "line",
    [
        LINE.replace("2019", "2020"),
        LINE.replace(": a randomised trial", ""),
        LINE.replace("Nunez", "Other"),
        LINE.replace("117-24", "e5"),
        LINE.replace("invention", "invenion"),
        LINE.upper(),
    ],
)
def test_small_differences_do_no_harm(line):
    assert candidate(line, found(MESSAGE)) is not None


@pytest.mark.parametrize(
    "line",
    [
        LINE.replace("2019", "2021"),
        LINE.replace("2019;", ""),
        LINE.replace("Sleep and the invention of rest", "Waking and its discovery"),
        LINE.replace("Nunez", "Other").replace("117-24", "e5"),
        "Sleep.",
        "",
    ],
)
def test_what_does_not_fit_is_not_offered(line):
    assert candidate(line, found(MESSAGE)) is None


def answer(*messages):
    return Answer({"message": {"items": list(messages)}})


def test_asks_for_five_and_offers_works_before_preprints(services_server):
    preprint = MESSAGE | {"DOI": "10.5555/pre.1", "type": "posted-content"}
    component = MESSAGE | {"DOI": "10.5555/sleep.1.t1", "type": "component"}
    review = MESSAGE | {"DOI": "10.5555/sleep.1.r1", "type": "peer-review"}
    other = MESSAGE | {"DOI": "10.5555/other", "title": ["Something else entirely"]}
    services_server.answers = {
        "/crossref/works": answer(preprint, component, review, other, MESSAGE)
    }
    offered = resolve_text(f"  {LINE}\n").offered
    assert [it.found.item["DOI"] for it in offered] == [
        "10.5555/sleep.1",
        "10.5555/pre.1",
    ]
    assert services_server.requests[0].query == {
        "mailto": "editors@example.org",
        "query.bibliographic": LINE,
        "rows": "5",
    }


def test_nothing_that_fits_is_no_answer(services_server):
    services_server.answers = {"/crossref/works": answer(MESSAGE)}
    assert resolve_text("A leaflet about shoes. 2019.") == NotFound(("Crossref",))


def test_an_empty_line_asks_nobody(services_server):
    assert resolve_text(" \n ") == NotFound(())
    assert services_server.requests == []


def test_odd_entries_are_passed_over(services_server):
    services_server.answers = {
        "/crossref/works": answer(None, {}, {"type": 5}, {"type": "book"}, MESSAGE)
    }
    outcome = resolve_text(LINE)
    assert outcome == Candidates(
        (
            replace(
                candidate(LINE, found(MESSAGE)),
                found=outcome.offered[0].found,
            ),
        )
    )


def test_a_service_that_fails(services_server):
    services_server.answers = {"/crossref/works": Answer(status=500)}
    assert resolve_text(LINE) == Failed(
        "Crossref is out of order or busy (status 500)."
    )
