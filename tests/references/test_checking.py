"""What became of sources: found, and stored."""

import socket
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from references import changes, checking
from references.fetching import Policy
from references.models import LinkState, Reference, StandingState
from tests.factories.references import ReferenceFactory
from tests.references.lookup.server import Answer, serving
from tests.references.sources import DOI, FETCH, NOTICE, WORK, crossref, update

DAY = timedelta(days=1)


def set_row(reference, **values):
    Reference.objects.filter(pk=reference.pk).update(**values)
    reference.refresh_from_db()


def test_a_retraction_is_stored_with_its_notice_and_date(answers, source):
    answers(crossref("correction", "retraction"))
    event = checking.check(source)
    source.refresh_from_db()
    assert (event.before, event.after) == ("current", "retracted")
    assert (source.standing, source.notice_doi, source.notice_date) == (
        StandingState.RETRACTED,
        NOTICE,
        "2024-03-01",
    )
    assert source.standing_checked_at is not None
    assert source.standing_sources == ["Crossref"]
    assert source.notice_url == f"https://doi.org/{NOTICE}"


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("correction", StandingState.CORRECTED),
        ("expression_of_concern", StandingState.CONCERN),
        ("partial_retraction", StandingState.PARTLY_RETRACTED),
        ("withdrawal", StandingState.WITHDRAWN),
    ],
)
def test_the_states_are_told_apart(answers, source, kind, state):
    answers(crossref(kind))
    checking.check(source)
    source.refresh_from_db()
    assert source.standing == state


def test_a_notice_that_is_cited_is_not_the_article_that_it_retracts(answers, source):
    answers(crossref(**{"update-to": [update("retraction", "10.5555/other")]}))
    assert checking.check(source) is None
    source.refresh_from_db()
    assert (source.standing, source.standing_failure) == ("current", "")
    assert source.standing_checked_at is not None


def test_pubmed_alone_can_tell_a_retraction(answers, source):
    answers(crossref()).answers[FETCH] = Answer(
        """<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation>
        <PMID>77</PMID><Article><PublicationTypeList>
        <PublicationType UI="D016441">Retracted Publication</PublicationType>
        </PublicationTypeList></Article></MedlineCitation></PubmedArticle>
        </PubmedArticleSet>"""
    )
    set_row(source, pmid="77")
    checking.check(source)
    source.refresh_from_db()
    assert source.standing == StandingState.RETRACTED


@pytest.mark.parametrize("status", [403, 429, 500])
def test_a_service_that_fails_never_makes_a_source_clear(answers, source, status):
    before = timezone.now() - 30 * DAY
    set_row(source, standing="retracted", standing_checked_at=before)
    answers(Answer("down", status=status))
    assert checking.check(source) is None
    source.refresh_from_db()
    assert (source.standing, source.standing_checked_at) == ("retracted", before)
    assert source.standing_failure.startswith("Crossref: ")


def test_half_an_answer_can_only_make_it_worse(answers, source):
    set_row(source, standing="concern", pmid="77")
    server = answers(crossref())
    server.answers[FETCH] = Answer("down", status=500)
    assert checking.check(source) is None
    server.answers[WORK] = crossref("retraction")
    assert checking.check(source).after == "retracted"
    source.refresh_from_db()
    assert source.standing_checked_at is None
    assert source.standing_failure.startswith("PubMed: ")


def test_a_whole_answer_ends_a_failure_and_takes_back_a_concern(answers, source):
    set_row(source, standing="concern", notice_doi=NOTICE, standing_failure="Down.")
    answers(crossref())
    checking.check(source)
    source.refresh_from_db()
    assert (source.standing, source.notice_doi) == ("current", "")
    assert source.standing_failure == ""


def test_a_work_that_no_source_knows_stays_unchecked(answers, source):
    answers(Answer("Resource not found.", status=404))
    checking.check(source)
    source.refresh_from_db()
    assert source.standing_checked_at is None
    assert source.standing_failure == "No source knows this work."


@pytest.mark.parametrize("read_before", [True, False])
def test_publishing_a_draft_does_not_bring_an_old_standing_back(
    answers, source, read_before
):
    draft = Reference.objects.get(pk=source.pk)
    draft.volume = "9"
    revision = draft.save_revision()
    answers(crossref("retraction"))
    checking.check(source)
    # With the row as it was before the check still in memory, and without.
    again = revision if read_before else Revision.objects.get(pk=revision.pk)
    again.publish()
    source.refresh_from_db()
    assert (source.standing, source.notice_doi) == (StandingState.RETRACTED, NOTICE)
    assert source.volume == "9"


def test_another_doi_is_due_at_once_and_clears_nothing(answers, source):
    answers(crossref("retraction"))
    checking.check(source)
    assert list(checking.due()) == []
    changes.apply(source, {**source.item, "DOI": "10.5555/egret"}, source="editor")
    source.refresh_from_db()
    assert source.doi == "10.5555/egret"
    assert source.standing == StandingState.RETRACTED
    assert list(checking.due()) == [source]


def test_another_address_is_due_at_once_and_not_dead(db):
    source = ReferenceFactory(doi=None, url="https://example.org/gone")
    now = timezone.now()
    set_row(source, link_state="dead", link_checked_at=now)
    there = {**source.item, "URL": "https://example.org/there"}
    changes.apply(source, there, source="editor")
    source.refresh_from_db()
    assert (source.link_state, source.link_checked_at) == (LinkState.UNKNOWN, None)


def test_a_change_stands_in_the_histories_of_record_and_page(answers, cited, article):
    answers(crossref("retraction"))
    checking.check(cited)
    checking.check(cited)
    action = "references.standing_changed"
    assert ModelLogEntry.objects.filter(action=action).count() == 1
    entry = PageLogEntry.objects.get(action=action)
    assert (entry.page_id, entry.data["after"]) == (article.pk, "Retracted")


def test_two_runs_at_once_tell_of_an_event_once(answers, source):
    second = Reference.objects.get(pk=source.pk)
    answers(crossref("retraction"))
    assert checking.check(source).after == "retracted"
    assert checking.check(second) is None


def test_due_are_those_not_asked_for_a_week_the_oldest_first(db):
    now = timezone.now()
    fresh, old, failed, never = ReferenceFactory.create_batch(4)
    address = ReferenceFactory(doi=None, url="https://example.org/")
    ReferenceFactory(doi=None)
    ReferenceFactory(live=False)
    set_row(fresh, standing_asked_at=now - DAY)
    set_row(old, standing_asked_at=now - 8 * DAY)
    set_row(failed, standing_asked_at=now - 2 * DAY, standing_failure="Down.")
    assert list(checking.due(now)) == [never, address, old, failed]
    assert list(checking.only_addresses(checking.due(now))) == [address]
    assert list(checking.checkable()) == [never, address, old, failed, fresh]


def test_a_suspected_address_is_due_on_the_next_day(db):
    source = ReferenceFactory(doi=None, url="https://example.org/")
    looked = datetime(2024, 5, 12, 9, tzinfo=UTC)
    set_row(source, link_state="suspect", link_checked_at=looked)
    assert list(checking.due(looked + timedelta(hours=2))) == []
    assert list(checking.due(looked + DAY)) == [source]


def test_the_command_says_what_it_did(answers, source, capsys):
    answers(crossref("retraction"))
    call_command("check_references")
    call_command("check_references")
    assert capsys.readouterr().out.splitlines() == [
        "2020. Herons: current → retracted",
        "Checked 1 of 1: 1 changed, 0 without an answer.",
        "Checked 0 of 0: 0 changed, 0 without an answer.",
    ]


def test_the_command_takes_a_part_or_all(answers, source, capsys):
    ReferenceFactory.create_batch(2, doi=None, url="http://127.0.0.1/")
    set_row(source, standing_asked_at=timezone.now())
    answers(crossref())
    for options in (["--due", "--limit", "1"], ["--links"], ["--all"]):
        call_command("check_references", *options)
    assert [line[:14] for line in capsys.readouterr().out.splitlines()] == [
        "Checked 1 of 1",
        "Checked 1 of 1",
        "Checked 3 of 3",
    ]


def test_one_failure_does_not_end_the_run(answers, source, capsys):
    # A notice whose DOI the database cannot hold.
    answers(crossref(**{"updated-by": [update("retraction", "10.5555/\x00")]}))
    second = ReferenceFactory(doi=None, url="http://127.0.0.1/")
    call_command("check_references")
    second.refresh_from_db()
    source.refresh_from_db()
    assert "Checked 2 of 2" in capsys.readouterr().out
    assert second.link_checked_at is not None
    assert source.standing_asked_at is not None


def test_a_run_ends_when_it_is_told_to(db):
    sources = ReferenceFactory.create_batch(3, doi=None, url="http://127.0.0.1/")
    turns = iter([True, False])
    keys = [each.pk for each in sources]
    assert checking.check_all(keys, go_on=lambda: next(turns)).checked == 1


@pytest.mark.parametrize(
    ("before", "days_ago", "status", "after"),
    [
        (LinkState.UNKNOWN, None, 404, LinkState.SUSPECT),
        (LinkState.ALIVE, 8, 410, LinkState.SUSPECT),
        (LinkState.SUSPECT, 0, 404, LinkState.SUSPECT),
        (LinkState.SUSPECT, 1, 404, LinkState.DEAD),
        (LinkState.SUSPECT, 1, 503, LinkState.SUSPECT),
        (LinkState.SUSPECT, 1, 200, LinkState.ALIVE),
        (LinkState.DEAD, 8, 404, LinkState.DEAD),
        (LinkState.DEAD, 8, 403, LinkState.DEAD),
        (LinkState.DEAD, 8, 200, LinkState.ALIVE),
        (LinkState.ALIVE, 8, 403, LinkState.UNKNOWN),
    ],
)
def test_an_address_is_dead_when_two_days_say_so(db, before, days_ago, status, after):
    looked = None if days_ago is None else timezone.now() - days_ago * DAY
    with serving() as server:
        reference = ReferenceFactory(doi=None, url=f"{server.url}/page")
        set_row(reference, link_state=before, link_checked_at=looked)
        server.answers["/page"] = Answer("page", status=status)
        event = checking.check(reference, policy=own(server))
    reference.refresh_from_db()
    assert reference.link_state == after
    # Only that it died or came back is worth a line in the histories.
    assert (event is not None) == (
        before != after and LinkState.DEAD in (before, after)
    )


def own(server):
    """Let the test's own server be read, and nothing else."""
    here = ip_address("127.0.0.1")
    return Policy(lambda address: address == here, frozenset({server.port, 80}))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::ffff:127.0.0.1]", "localhost", "2130706433", "inside"]
)
def test_no_pasted_address_reaches_the_inside_of_the_network(db, monkeypatch, host):
    inside = {"inside": "10.0.0.1"}
    resolve = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda name, *rest, **more: resolve(inside.get(name, name), *rest, **more),
    )
    with serving() as server:
        anywhere = Policy(ports=frozenset({server.port}))
        url = f"http://{host}:{server.port}/"
        reference = ReferenceFactory(doi=None, url=url)
        checking.check(reference, policy=anywhere)
        assert server.requests == []
    reference.refresh_from_db()
    assert reference.link_state == LinkState.UNKNOWN


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.2/", "http://169.254.169.254/latest/", "http://10.0.0.1/"],
)
def test_a_redirect_into_the_network_is_not_followed(db, monkeypatch, target):
    reached = []
    connect = socket.create_connection

    def note(address, *rest, **more):
        reached.append(address[0])
        return connect(address, *rest, **more)

    monkeypatch.setattr(socket, "create_connection", note)
    with serving() as server:
        server.answers["/"] = Answer(status=302, headers={"Location": target})
        reference = ReferenceFactory(doi=None, url=f"{server.url}/")
        checking.check(reference, policy=own(server))
    reference.refresh_from_db()
    assert reached == ["127.0.0.1"]
    assert reference.link_state == LinkState.UNKNOWN


def test_a_look_up_that_redirects_into_the_network_is_not_followed(answers, source):
    with serving() as inside:
        answers(Answer(status=302, headers={"Location": f"{inside.url}/"}))
        checking.check(source)
        assert inside.requests == []
    source.refresh_from_db()
    assert source.standing_checked_at is None
    assert source.doi == DOI
