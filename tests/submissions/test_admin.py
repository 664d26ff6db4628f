"""Inviting guests in the admin, and looking after what they write."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.roles import ADMINISTRATOR, CONTRIBUTOR, MEDICAL_REVIEWER, MODERATOR
from submissions import notes
from submissions.admin_views import VERBS
from submissions.models import Guest, Invitation, State, Submission
from tests.conftest import make_user
from tests.factories.authors import CredentialFactory
from tests.factories.pages import ArticlePageFactory
from tests.factories.submissions import (
    GuestFactory,
    ManuscriptFactory,
    SubmissionFactory,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/submissions/"
INVITE = "/admin/submissions/new/"
INVITATION = {
    "name": "Dr Heron",
    "email": "heron@example.org",
    "topic": "Sleep",
    "due_on": "",
    "brief": "For patients.",
    "language": "en",
    "subject": "Would you?",
    "message": "Dear Dr Heron, please do.",
}


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def topics(client, **filters):
    page = soup(client.get(LIST, filters))
    return [link.get_text(strip=True) for link in page.select("td.title a")]


def page_of(submission):
    return f"/admin/submissions/{submission.pk}/"


def test_an_editor_invites(signed_in, editor, django_capture_on_commit_callbacks):
    form = soup(signed_in.get(INVITE))
    assert "Dear colleague" in form.select_one("textarea[name=message]").get_text()
    due = timezone.localdate() + timedelta(days=30)
    with django_capture_on_commit_callbacks(execute=True):
        response = signed_in.post(INVITE, {**INVITATION, "due_on": due.isoformat()})
    assert (response.status_code, response.url) == (302, LIST)
    submission = Submission.objects.get()
    assert (submission.topic, submission.due_on, submission.editor) == (
        "Sleep",
        due,
        editor,
    )
    assert [message.to for message in mail.outbox] == [["heron@example.org"]]
    assert topics(signed_in) == ["Sleep"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "nobody"},
        {"topic": ""},
        {"due_on": "2001-01-01"},
        {"due_on": "soon"},
        {"message": " "},
        {"language": "tlh"},
        {"name": "a\0b"},
    ],
)
def test_a_wrong_invitation_is_not_sent_and_not_lost(signed_in, wrong):
    response = signed_in.post(INVITE, {**INVITATION, **wrong})
    assert response.status_code == 200
    assert "Not sent yet" in response.content.decode()
    assert "Dear Dr Heron" in response.content.decode() or "message" in wrong
    assert (Guest.objects.count(), len(mail.outbox)) == (0, 0)


def test_line_breaks_in_a_subject_do_no_harm(
    signed_in, django_capture_on_commit_callbacks
):
    data = {**INVITATION, "subject": "A\r\nBcc: x@example.org", "topic": "B\nc"}
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(INVITE, data)
    [message] = mail.outbox
    assert (message.subject, message.recipients()) == (
        "A Bcc: x@example.org",
        ["heron@example.org"],
    )


def test_the_list_is_filtered_by_state_turn_and_day(signed_in):
    yesterday = timezone.localdate() - timedelta(days=1)
    SubmissionFactory(topic="Late", state="drafting", due_on=yesterday)
    SubmissionFactory(topic="Waits", state="submitted")
    SubmissionFactory(topic="Over", state="declined", due_on=yesterday)
    assert topics(signed_in) == ["Late", "Over", "Waits"]
    assert topics(signed_in, state="submitted") == ["Waits"]
    assert topics(signed_in, turn="guest") == ["Late"]
    assert topics(signed_in, turn="editor") == ["Waits"]
    assert topics(signed_in, overdue="overdue") == ["Late"]
    assert topics(signed_in, q="Wait") == ["Waits"]


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_list_takes_the_same_queries_for_any_number(
    signed_in, editor, django_assert_max_num_queries, count
):
    for _ in range(count):
        SubmissionFactory(editor=editor)
    signed_in.get(LIST)
    with django_assert_max_num_queries(17):
        assert len(topics(signed_in)) == count


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_page_takes_the_same_queries_for_any_number(
    signed_in, editor, django_assert_num_queries, count
):
    submission = SubmissionFactory(guest=GuestFactory(), editor=editor)
    for _ in range(count):
        notes.write(submission, "Hello", by=editor)
        ManuscriptFactory(submission=submission)
        Invitation.objects.create(
            submission=submission, subject="A", message="B", sent_by=editor
        )
    signed_in.get(page_of(submission))
    with django_assert_num_queries(18):
        signed_in.get(page_of(submission))


def test_the_page_leads_to_article_profile_and_check(signed_in):
    credential = CredentialFactory(checked_on=None, expires_on=None, checker_name="")
    guest = GuestFactory(author=credential.author)
    article = ArticlePageFactory()
    submission = SubmissionFactory(guest=guest, page=article)
    page = soup(signed_in.get(page_of(submission)))
    links = [link["href"] for link in page.select("main a[href]")]
    for expected in (
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        reverse("wagtailadmin_pages:edit", args=[credential.author_id]),
        reverse("credentials:check", args=[credential.pk]),
    ):
        assert expected in links
    assert credential.number not in str(page)


@pytest.mark.parametrize("state", State)
def test_what_is_offered_can_be_done(signed_in, state):
    submission = SubmissionFactory(state=state)
    page = soup(signed_in.get(page_of(submission)))
    offered = [
        form["action"].removeprefix(page_of(submission)).strip("/")
        for form in page.select(f'form[action^="{page_of(submission)}"]')
    ]
    data = {
        "text": "Hello",
        "reason": "Because",
        "due_on": "",
        "subject": "A",
        "message": "B",
    }
    for verb in VERBS:
        Submission.objects.update(state=state)
        code = signed_in.post(f"{page_of(submission)}{verb}/", data).status_code
        if verb != "due-date":
            assert (verb, code) == (verb, 302 if verb in offered else 200)


def test_what_cannot_be_done_is_said(signed_in):
    submission = SubmissionFactory(state="submitted")
    response = signed_in.post(f"{page_of(submission)}decline/", {"reason": ""})
    assert "Give the guest a reason." in response.content.decode()
    assert Submission.objects.get().state == "submitted"


@pytest.mark.parametrize("role", [MODERATOR, CONTRIBUTOR, MEDICAL_REVIEWER])
def test_other_roles_see_and_do_nothing(client, role):
    submission = SubmissionFactory()
    client.force_login(make_user("other", role))
    addresses = [LIST, INVITE, page_of(submission)]
    for address in addresses:
        assert client.get(address).status_code == 302
    for verb in VERBS:
        client.post(f"{page_of(submission)}{verb}/", {"reason": "x", "text": "x"})
    client.post(INVITE, INVITATION)
    assert Submission.objects.get().state == "invited"
    assert LIST not in client.get("/admin/").content.decode()


def test_an_administrator_invites_too(client):
    client.force_login(make_user("head", ADMINISTRATOR))
    assert client.post(INVITE, INVITATION).status_code == 302
    assert LIST in client.get("/admin/").content.decode()


def test_nothing_is_changed_past_its_checks(signed_in):
    submission = SubmissionFactory()
    for verb in ("edit", "delete"):
        for address in (f"{LIST}{verb}/{submission.pk}/",):
            assert signed_in.post(address).status_code == 404
