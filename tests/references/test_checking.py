"""What became of sources: found, stored, told, shown."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from blog.models import FurtherReading
from references import changes, checking
from references.fetching import Policy
from references.models import LinkState, Reference, StandingState
from tests.factories.references import ReferenceFactory
from tests.references.lookup.conftest import services_server  # noqa: F401
from tests.references.lookup.server import Answer, serving

DOI = "10.5555/heron.17"
NOTICE = "10.5555/heron.18"


def crossref(*updates):
    message = {"DOI": DOI, "title": ["Herons"], "type": "journal-article"}
    if updates:
        message["updated-by"] = [
            {
                "DOI": NOTICE,
                "type": kind,
                "source": "publisher",
                "updated": {"date-parts": [[2024, 3, 1]]},
            }
            for kind in updates
        ]
    return Answer({"status": "ok", "message": message})


NO_HITS = Answer({"esearchresult": {"count": "0", "idlist": []}})


@pytest.fixture
def answers(services_server):  # noqa: F811
    """Let Crossref answer with what a test gives, and PubMed know nothing."""

    def give(answer):
        services_server.answers[f"/crossref/works/{DOI}"] = answer
        services_server.answers["/ncbi_eutils/esearch.fcgi"] = NO_HITS

    return give


@pytest.fixture
def source(db):
    return ReferenceFactory(title="Herons", doi=DOI)


@pytest.fixture
def cited(source, article):
    FurtherReading.objects.create(page=article, reference=source)
    article.save()
    return source


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
    assert source.notice_url == f"https://doi.org/{NOTICE}"


def test_a_service_that_fails_never_makes_a_source_clear(answers, source):
    day = timezone.now() - timedelta(days=30)
    Reference.objects.update(standing="retracted", standing_checked_at=day)
    source.refresh_from_db()
    answers(Answer("down", status=500))
    assert checking.check(source) is None
    source.refresh_from_db()
    assert (source.standing, source.standing_checked_at) == ("retracted", day)
    assert "Crossref" in source.standing_failure


def test_a_work_that_no_source_knows_stays_unchecked(answers, source):
    answers(Answer("Resource not found.", status=404))
    checking.check(source)
    source.refresh_from_db()
    assert source.standing_checked_at is None
    assert source.standing_failure != ""


def test_publishing_a_draft_does_not_bring_an_old_standing_back(answers, source):
    changes.apply(source, {**source.item, "volume": "9"}, source="editor")
    draft = source.save_revision()
    answers(crossref("retraction"))
    checking.check(source)
    draft.publish()
    source.refresh_from_db()
    assert source.standing == StandingState.RETRACTED


def test_a_change_stands_in_the_histories_of_record_and_page(answers, cited, article):
    answers(crossref("retraction"))
    checking.check(cited)
    checking.check(cited)
    action = "references.standing_changed"
    assert ModelLogEntry.objects.filter(action=action).count() == 1
    entry = PageLogEntry.objects.get(action=action)
    assert (entry.page_id, entry.data["after"]) == (article.pk, "Retracted")


def test_readers_see_a_retraction_in_words(client, answers, cited, article):
    answers(crossref("retraction"))
    checking.check(cited)
    html = client.get(article.url).content.decode()
    assert 'class="standing standing--retracted"' in html
    assert "Retracted (2024-03-01)" in " ".join(html.split())
    assert f'href="https://doi.org/{NOTICE}"' in html


def test_editors_are_told_once(
    answers, cited, article, editor, django_capture_on_commit_callbacks
):
    editor.email = "editor@example.org"
    editor.save()
    answers(crossref("retraction"))
    for _ in range(2):
        Reference.objects.update(standing_checked_at=None)
        with django_capture_on_commit_callbacks(execute=True):
            call_command("check_references", verbosity=0)
    [message] = mail.outbox
    assert message.to == ["editor@example.org"]
    assert message.subject == "A source that articles cite is in trouble"
    assert "Retracted" in message.body
    assert article.title in message.body


def test_an_unused_source_in_trouble_mails_nobody(
    answers, source, editor, django_capture_on_commit_callbacks
):
    editor.email = "editor@example.org"
    editor.save()
    answers(crossref("retraction"))
    with django_capture_on_commit_callbacks(execute=True):
        call_command("check_references", verbosity=0)
    assert mail.outbox == []


def test_due_are_those_not_checked_for_a_week_the_oldest_first(db):
    now = timezone.now()
    fresh = ReferenceFactory()
    old, never = ReferenceFactory(), ReferenceFactory()
    nothing_to_ask = ReferenceFactory(doi=None)
    address = ReferenceFactory(doi=None, url="https://example.org/")
    for reference, days in ((fresh, 1), (old, 8)):
        checked = now - timedelta(days=days)
        Reference.objects.filter(pk=reference.pk).update(standing_checked_at=checked)
    assert list(checking.due(now)) == [never, address, old]
    assert nothing_to_ask not in checking.due(now)


@pytest.mark.parametrize(
    ("before", "days_ago", "after"),
    [
        (LinkState.UNKNOWN, None, LinkState.SUSPECT),
        (LinkState.ALIVE, 8, LinkState.SUSPECT),
        (LinkState.SUSPECT, 0, LinkState.SUSPECT),
        (LinkState.SUSPECT, 1, LinkState.DEAD),
        (LinkState.DEAD, 8, LinkState.DEAD),
    ],
)
def test_an_address_is_dead_when_two_days_say_so(db, before, days_ago, after):
    with serving() as server:
        port = int(server.url.rsplit(":", 1)[1])
        policy = Policy(allowed=lambda address: True, ports=frozenset({port}))
        server.answers["/gone"] = Answer("gone", status=404)
        reference = ReferenceFactory(doi=None, url=f"{server.url}/gone")
        reference.link_state = before
        if days_ago is not None:
            reference.link_checked_at = timezone.now() - timedelta(days=days_ago)
        reference.save()
        checking.check(reference, policy=policy)
    reference.refresh_from_db()
    assert reference.link_state == after


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://localhost:8000/",
    ],
)
def test_no_pasted_address_reaches_the_inside_of_the_network(db, url):
    reference = ReferenceFactory(doi=None, url=url)
    checking.check(reference)
    reference.refresh_from_db()
    assert reference.link_state == LinkState.UNKNOWN


@pytest.mark.parametrize("rows", [1, 3, 12])
def test_the_report_costs_the_same_for_any_number_of_rows(
    client, editor, django_assert_num_queries, rows
):
    for _ in range(rows):
        ReferenceFactory(standing="retracted")
    ReferenceFactory(title="Fine")
    client.force_login(editor)
    client.get("/admin/reports/sources-in-trouble/")
    with django_assert_num_queries(12):
        html = client.get("/admin/reports/sources-in-trouble/").content.decode()
    assert html.count("Where it is used") == rows
    assert "Fine" not in html


def test_the_report_is_closed_to_moderators(client, moderator):
    client.force_login(moderator)
    assert client.get("/admin/reports/sources-in-trouble/").status_code == 302
