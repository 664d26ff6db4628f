"""Links that open once, and the session that follows."""

import re
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from submissions import entrance, inviting
from submissions.inviting import Letter
from submissions.models import AccessLink, GuestSession
from tests.factories.submissions import (
    GuestFactory,
    SubmissionFactory,
    come_in,
    token_for,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forgotten():
    cache.clear()


@pytest.fixture
def submission():
    return SubmissionFactory()


def path(token):
    return f"/contribute/enter/{token}/"


def test_looking_uses_no_link_up_and_the_button_does(client, submission):
    token = token_for(submission.guest, submission)
    for _ in range(3):
        assert client.get(path(token)).status_code == 200
    assert GuestSession.objects.count() == 0
    response = client.post(path(token))
    assert (response.status_code, response.url) == (
        302,
        f"/contribute/{submission.pk}/",
    )
    assert client.get(response.url).status_code == 200


def test_a_used_link_opens_for_nobody_else(client, submission):
    token = token_for(submission.guest, submission)
    client.post(path(token))
    assert client.get(path(token)).status_code == 302
    client.cookies.clear()
    for ask in (client.get, client.post):
        response = ask(path(token))
        assert response.status_code == 403
        assert "This link opens no more" in response.content.decode()
        assert "guest" not in response.cookies
    assert GuestSession.objects.count() == 1


def test_a_link_expires(client, submission, settings):
    token = token_for(submission.guest)
    link = AccessLink.objects.get()
    assert link.expires_at - timezone.now() > timedelta(days=13, hours=23)
    AccessLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.post(path(token)).status_code == 403
    assert GuestSession.objects.count() == 0


@pytest.mark.parametrize("token", ["x", "x.y.z", "%00", "a" * 5000, "ü"])
def test_made_up_links_open_nothing(client, submission, token):
    for ask in (client.get, client.post):
        assert ask(path(token)).status_code == 403


def test_another_secret_under_the_same_signature_opens_nothing(client, submission):
    token = token_for(submission.guest)
    assert client.post(path("x" + token[1:])).status_code == 403


def test_what_is_stored_opens_nothing(submission):
    token = token_for(submission.guest)
    assert token.partition(".")[0] not in str(list(AccessLink.objects.values()))


def test_links_before_a_resent_or_withdrawn_invitation_open_no_more(
    client, submission, editor
):
    tokens = [token_for(submission.guest, submission)]
    inviting.resend(submission, Letter("Again", "Please"), by=editor)
    assert client.get(path(tokens[0])).status_code == 403
    tokens.append(token_for(submission.guest, submission))
    inviting.withdraw(submission, by=editor)
    assert client.get(path(tokens[1])).status_code == 403


def test_the_cookie_is_signed_and_goes_to_the_guests_pages_alone(client, submission):
    come_in(client, submission.guest)
    cookie = client.cookies["guest"]
    assert (cookie["path"], cookie["samesite"]) == ("/contribute/", "Lax")
    assert cookie["httponly"]
    client.cookies["guest"] = cookie.value[:-1] + "x"
    assert client.get("/contribute/").status_code == 403


def test_over_https_the_cookie_is_secure(client, submission, settings):
    settings.SESSION_COOKIE_SECURE = True
    come_in(client, submission.guest)
    assert client.cookies["guest"]["secure"]


def test_coming_in_is_no_login(client, submission):
    come_in(client, submission.guest)
    assert "sessionid" not in client.cookies
    assert client.get("/contribute/").wsgi_request.user.is_anonymous


@pytest.mark.parametrize("field", ["revoked_at", "expires_at"])
def test_a_session_ends_on_the_server(client, submission, field):
    come_in(client, submission.guest)
    GuestSession.objects.update(**{field: timezone.now()})
    assert client.get("/contribute/").status_code == 403


def test_leaving_ends_it_for_whoever_copied_the_cookie(client, submission):
    come_in(client, submission.guest)
    copied = client.cookies["guest"].value
    assert client.post("/contribute/leave/").url == "/contribute/left/"
    assert client.cookies["guest"].value == ""
    client.cookies["guest"] = copied
    assert client.get("/contribute/").status_code == 403
    assert client.post("/contribute/leave/").status_code == 302


def test_the_link_of_another_guest_takes_the_place_of_the_session(client, submission):
    other = SubmissionFactory()
    come_in(client, submission.guest)
    come_in(client, other.guest, other)
    assert client.get(f"/contribute/{other.pk}/").status_code == 200
    assert client.get(f"/contribute/{submission.pk}/").status_code == 404
    assert GuestSession.objects.current(timezone.now()).count() == 1


def test_no_form_is_taken_without_its_token(submission):
    client = Client(enforce_csrf_checks=True)
    assert client.post(path(token_for(submission.guest))).status_code == 403
    assert client.post("/contribute/link/", {"email": "a@b.org"}).status_code == 403


# A new link


def ask(client, email):
    began = time.monotonic()
    response = client.post("/contribute/link/", {"email": email})
    page = client.get(response.url) if response.status_code == 302 else response
    return response.status_code, page.content, time.monotonic() - began


def test_known_and_unknown_addresses_are_answered_alike(client, submission):
    email = submission.guest.email
    known, unknown = ask(client, email.upper()), ask(client, "nobody@example.org")
    assert known[:2] == unknown[:2]
    assert abs(known[2] - unknown[2]) < 0.1
    [message] = mail.outbox
    assert message.to == [email]
    [link] = re.findall(r"http://testserver(\S+)", message.body)
    assert client.post(link).url == "/contribute/"


def test_whose_invitations_are_all_closed_gets_no_link(client):
    SubmissionFactory(state="withdrawn", guest=GuestFactory(email="a@example.org"))
    GuestFactory(email="b@example.org")
    assert ask(client, "a@example.org")[0] == ask(client, "b@example.org")[0] == 302
    assert mail.outbox == []


def test_one_address_is_sent_three_links_an_hour(client, submission):
    answers = {ask(client, submission.guest.email)[:2] for _ in range(5)}
    assert len(answers) == 1
    assert len(mail.outbox) == 3


def test_one_place_may_ask_twenty_times_an_hour(client, monkeypatch):
    monkeypatch.setattr("submissions.views.entrance.ANSWERED_AFTER", 0)
    codes = [ask(client, f"nobody-{n}@example.org")[0] for n in range(22)]
    assert codes == [302] * 20 + [429] * 2


@pytest.mark.parametrize("email", ["", "nobody", "a@b\n.org", "a" * 300 + "@b.org"])
def test_what_is_no_address_is_said_so(client, email):
    response = client.post("/contribute/link/", {"email": email})
    assert response.status_code == 400
    assert "error-summary" in response.content.decode()


def test_a_closed_link_is_renewed_without_showing_the_address(client, submission):
    token = token_for(submission.guest, submission)
    AccessLink.objects.update(used_at=timezone.now())
    page = client.get(path(token)).content.decode()
    assert f"{path(token)}renew/" in page
    assert client.post(f"{path(token)}renew/").url == "/contribute/link/sent/"
    assert [message.to for message in mail.outbox] == [[submission.guest.email]]
    assert submission.guest.email not in page
    assert client.post(f"{path('x')}renew/").url == "/contribute/link/"
    assert entrance.find_link(token).used_at is not None
