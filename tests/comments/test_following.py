"""Following by mail: confirmed first, told once, left by one click."""

from datetime import timedelta

import pytest
from django.conf import settings as site
from django.core import mail
from django.test import Client
from django.utils import timezone

from comments import following, moderation, tokens, writing
from comments.models import Comment, Following
from comments.tokens import Purpose
from tests.factories.comments import show, write

ADDRESS = "wren@example.org"


def follow(target, email=ADDRESS, confirmed=True):
    following.ask(target, email, "en")
    found = Following.objects.get(email=email)
    if confirmed:
        following.confirm(found)
    return found


def link(purpose, found):
    name = "follow" if purpose == Purpose.FOLLOW else "leave"
    return f"/comments/{name}/{tokens.make(purpose, found)}/"


def test_an_address_is_asked_first_and_confirms_by_post_alone(
    client, article, committed
):
    parent = show(article)
    with committed():
        answer = client.post(
            f"/comments/follow/thread/{parent.pk}/", {"email": "Wren@Example.org"}
        )
    assert "look into your mail" in answer.content.decode()
    found = Following.objects.get()
    assert (found.email, found.confirmed_at) == (ADDRESS, None)
    [message] = mail.outbox
    address = link(Purpose.FOLLOW, found)
    assert message.to == [ADDRESS]
    assert f"{site.SITE_URL}{address}" in message.body
    assert client.get(address).status_code == 200
    assert Following.objects.confirmed().count() == 0
    client.post(address)
    assert Following.objects.confirmed().get() == found
    assert "You follow by mail" in client.get(address).content.decode()


def test_an_unconfirmed_address_hears_nothing(article, committed):
    parent = show(article)
    follow(parent, confirmed=False)
    with committed():
        show(article, reply_to=parent.pk)
    assert mail.outbox == []


def test_followers_are_told_once_when_a_reply_is_approved(article, committed):
    parent = show(article)
    found = follow(parent)
    with committed():
        reply = write(article, "Heron", "Much to say", reply_to=parent.pk)
    assert mail.outbox == []
    with committed():
        moderation.approve(reply, by=None)
    [message] = mail.outbox
    assert message.to == [ADDRESS]
    assert f"{site.SITE_URL}/comments/{reply.pk}/" in message.body
    assert "Much to say" not in message.body
    leaving = f"{site.SITE_URL}{link(Purpose.LEAVE, found)}"
    assert leaving in message.body
    assert message.extra_headers == {
        "List-Unsubscribe": f"<{leaving}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    with committed():
        writing.edit(reply, name="Heron", text="More to say")
        moderation.approve(reply, by=None)
    assert len(mail.outbox) == 1


def test_only_the_thread_that_is_followed_is_told(article, committed):
    parent, other = show(article), show(article)
    follow(parent)
    with committed():
        show(article, reply_to=other.pk)
        show(article)
    assert mail.outbox == []


def test_who_follows_a_page_hears_of_all_of_it_but_once(article, committed):
    parent = show(article)
    follow(article)
    following.confirm(
        Following.objects.create(comment_id=parent.pk, email=ADDRESS, language="en")
    )
    with committed():
        show(article, reply_to=parent.pk)
        show(article)
    assert [message.to for message in mail.outbox] == [[ADDRESS], [ADDRESS]]


def test_nobody_hears_of_their_own_words(article, committed):
    parent = show(article)
    follow(parent)
    with committed():
        moderation.approve(
            write(article, reply_to=parent.pk, email="Wren@example.org"), by=None
        )
    assert [m for m in mail.outbox if "List-Unsubscribe" in m.extra_headers] == []


def test_one_click_in_the_mail_program_leaves_without_cookie_or_form(article):
    found = follow(show(article))
    program = Client(enforce_csrf_checks=True)
    address = link(Purpose.LEAVE, found)
    assert program.get(address).status_code == 200
    assert Following.objects.count() == 1
    answer = program.post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert Following.objects.count() == 0
    assert program.post(address).status_code == 200


def test_a_link_to_confirm_does_not_leave_and_grows_old(client, article):
    found = follow(show(article), confirmed=False)
    token = tokens.make(Purpose.FOLLOW, found)
    assert client.post(f"/comments/leave/{token}/").status_code == 404
    found.delete()
    assert client.post(f"/comments/follow/{token}/").status_code == 404


def test_asking_again_tells_nothing_and_mails_at_most_once_a_day(
    client, article, committed
):
    parent = show(article)
    address = f"/comments/follow/thread/{parent.pk}/"
    answers = set()
    for _ in range(3):
        with committed():
            answers.add(client.post(address, {"email": ADDRESS}).content)
    assert len(answers) == 1
    assert len(mail.outbox) == 1
    Following.objects.update(asked_at=timezone.now() - timedelta(days=2))
    with committed():
        client.post(address, {"email": ADDRESS})
    assert len(mail.outbox) == 2
    following.confirm(Following.objects.get())
    Following.objects.update(asked_at=timezone.now() - timedelta(days=2))
    with committed():
        answers.add(client.post(address, {"email": ADDRESS}).content)
    assert (len(answers), len(mail.outbox)) == (1, 2)


@pytest.mark.parametrize("email", ["", "wren", "a@b@c", "x" * 300 + "@example.org"])
def test_a_bad_address_is_told_in_words(client, article, email):
    address = f"/comments/follow/page/{article.pk}/"
    assert client.post(address, {"email": email}).status_code == 400
    assert Following.objects.count() == 0


def test_nothing_is_followed_where_nothing_shows(client, article):
    held = write(article)
    assert client.get(f"/comments/follow/thread/{held.pk}/").status_code == 404
    article.unpublish()
    assert client.get(f"/comments/follow/page/{article.pk}/").status_code == 404


def test_a_mail_that_is_refused_is_not_lost_on_the_others(
    article, committed, settings, caplog
):
    parent = show(article)
    follow(parent)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with committed():
        show(article, reply_to=parent.pk)
    assert "could not be sent: ConnectionRefusedError" in caplog.text
    assert ADDRESS not in caplog.text


def test_followings_go_with_their_thread_and_their_page(article):
    follow(show(article))
    follow(article, "other@example.org")
    article.delete()
    assert (Comment.objects.count(), Following.objects.count()) == (0, 0)
