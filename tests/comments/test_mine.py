"""A writer's own page: seen by link, changed by POST alone."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client

from comments import moderation, tokens
from comments.models import Comment, CommentSettings, Following, ShowAtOnce, Status
from comments.tokens import Purpose
from tests.factories.comments import show, write


def link(comment, purpose=Purpose.MINE):
    return f"/comments/mine/{tokens.make(purpose, comment)}/"


def words(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.main.get_text(" ").split())


def told(client, comment):
    comment.refresh_from_db()
    return words(client.get(link(comment)))


def test_the_state_is_told_in_words_with_the_reason(client, article, moderator):
    comment = write(article)
    assert "It waits for a person" in told(client, comment)
    moderation.reject(comment, by=moderator, reason="It names a surgeon.")
    assert "We do not show it." in told(client, comment)
    assert "The reason: It names a surgeon." in told(client, comment)
    moderation.approve(comment, by=moderator)
    assert "Everybody can read it." in told(client, comment)
    client.post(link(comment), {"action": "withdraw"})
    assert "You took it back." in told(client, comment)
    client.post(f"{link(comment)}erase/")
    assert "It is erased." in told(client, comment)


def test_asking_for_a_page_changes_nothing(client, article):
    comment = show(article, email="w@example.org")
    before = Comment.objects.filter(pk=comment.pk).values().get()
    for purpose in (Purpose.MINE, Purpose.MAILED):
        for end in ("", "edit/", "erase/", "export/"):
            address = link(comment, purpose) + end
            assert client.get(f"{address}?action=withdraw&all=1").status_code == 200
            assert client.head(address).status_code == 200
    assert Comment.objects.filter(pk=comment.pk).values().get() == before


@pytest.mark.parametrize("end", ["", "edit/", "erase/", "export/"])
def test_a_broken_link_is_told_in_words(client, article, end):
    token = tokens.make(Purpose.MINE, write(article))
    for bad in (f"{token}x", token[2:], "nonsense", "1:2:3"):
        response = client.get(f"/comments/mine/{bad}/{end}")
        assert response.status_code == 404
        assert "This link does not work" in words(response)


def test_forms_need_the_token_of_the_site(article):
    comment = write(article)
    client = Client(enforce_csrf_checks=True)
    for end in ("", "edit/", "erase/"):
        answer = client.post(link(comment) + end, {"action": "withdraw", "text": "x"})
        assert answer.status_code == 403
    comment.refresh_from_db()
    assert comment.status == Status.HELD


def test_a_changed_comment_is_held_again_and_no_longer_shown(
    client, article, committed
):
    comment = show(article, text="It helped")
    data = {"name": "Wren", "text": "It did not help", "passage": ""}
    with committed():
        response = client.post(f"{link(comment)}edit/", data)
    assert response.url == link(comment)
    comment.refresh_from_db()
    assert (comment.status, comment.is_public) == (Status.HELD, False)
    assert (comment.user_name, comment.comment) == ("Wren", "It did not help")
    assert comment.edited_at is not None
    page = client.get(article.url).content.decode()
    assert "It helped" not in page
    assert "It did not help" not in page


def test_a_bad_change_keeps_what_was_typed_and_what_was_stored(client, article):
    comment = show(article)
    data = {"name": "", "text": "Much to say"}
    response = client.post(f"{link(comment)}edit/", data)
    assert response.status_code == 400
    assert "Much to say" in response.content.decode()
    comment.refresh_from_db()
    assert (comment.status, comment.comment) == (Status.APPROVED, "A text")


def test_a_rejected_comment_can_be_changed_and_is_read_again(client, article):
    comment = write(article)
    moderation.reject(comment, by=None, reason="It names a surgeon.")
    client.post(f"{link(comment)}edit/", {"name": "Heron", "text": "No name now"})
    comment.refresh_from_db()
    assert (comment.status, comment.reason) == (Status.HELD, "")


def test_what_is_withdrawn_no_longer_shows_but_replies_do(client, article):
    comment = show(article, text="A first word")
    show(article, text="An answer", reply_to=comment.pk)
    client.post(link(comment), {"action": "withdraw"})
    page = client.get(article.url).content.decode()
    assert "A first word" not in page
    assert "An answer" in page


def test_what_is_stored_can_be_taken_away(client, article):
    comment = show(article, email="w@example.org", follow=True, consent="I agree")
    response = client.get(f"{link(comment)}export/")
    assert response["Content-Disposition"] == (
        f'attachment; filename="comment-{comment.pk}.json"'
    )
    data = json.loads(response.content)
    assert data["text"] == "A text"
    assert data["name"] == "Heron"
    assert data["email"] == "w@example.org"
    assert data["agreed_to"]["wording"] == "I agree"
    assert data["follows_the_thread"][0]["confirmed"] is None
    assert [entry["what"] for entry in data["history"]] == ["comments.approved"]


def test_an_address_is_confirmed_only_through_its_own_mail(client, article):
    comment = write(article, email="w@example.org", follow=True)
    client.post(link(comment), {"action": "confirm"})
    assert Following.objects.confirmed().count() == 0
    client.get(link(comment, Purpose.MAILED))
    assert Following.objects.confirmed().count() == 0
    client.post(link(comment, Purpose.MAILED), {"action": "confirm"})
    comment.refresh_from_db()
    assert comment.email_confirmed_at is not None
    assert Following.objects.confirmed().get().email == "w@example.org"


def trust(article):
    rules = CommentSettings.for_site(article.get_site())
    rules.show_at_once = ShowAtOnce.TRUSTED
    rules.trusted_after = 2
    rules.save()


def confirmed(client, article, **options):
    comment = write(article, email="w@example.org", **options)
    client.post(link(comment, Purpose.MAILED), {"action": "confirm"})
    comment.refresh_from_db()
    return comment


def test_a_trusted_writer_shows_once_the_address_is_confirmed(client, article):
    trust(article)
    for _ in range(2):
        comment = confirmed(client, article)
        assert comment.status == Status.HELD
        moderation.approve(comment, by=None)
    stranger = write(article, email="w@example.org")
    assert stranger.status == Status.HELD
    assert confirmed(client, article).status == Status.APPROVED


def test_nobody_is_trusted_where_the_site_says_so(client, article):
    for _ in range(5):
        comment = confirmed(client, article)
        assert comment.status == Status.HELD
        moderation.approve(comment, by=None)


def test_a_comment_that_a_moderator_held_is_not_shown_by_its_writer(client, article):
    trust(article)
    for _ in range(2):
        moderation.approve(confirmed(client, article), by=None)
    comment = write(article, email="w@example.org")
    moderation.hold(comment, by=None, reason="We ask somebody.")
    client.post(link(comment, Purpose.MAILED), {"action": "confirm"})
    comment.refresh_from_db()
    assert comment.status == Status.HELD


def test_the_mailed_link_erases_all_that_its_address_wrote(client, article):
    ours = [write(article, email="W@example.org"), show(article, email="w@example.org")]
    other = show(article, email="v@example.org")
    client.post(f"{link(ours[0])}erase/", {"all": "1"})
    assert Comment.objects.filter(status=Status.ERASED).count() == 1
    client.post(f"{link(ours[1], Purpose.MAILED)}erase/", {"all": "1"})
    assert set(Comment.objects.filter(status=Status.ERASED)) == set(ours)
    other.refresh_from_db()
    assert other.comment == "A text"
    assert mail.outbox == []
