"""Writing: held first, nothing lost, nothing taken where nobody could read it."""

import time
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as site
from django.core import mail
from django.utils import timezone
from wagtail.models import PageViewRestriction

from comments import consent, moderation, tokens, writing
from comments.forms import CommentForm
from comments.models import Comment, CommentSettings, Kind, Status
from comments.tokens import Purpose
from tests.factories.comments import filled, send, show, write
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory


def words(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.main.get_text(" ").split())


def test_a_sent_comment_is_held_and_leads_to_the_page_of_its_own(client, article):
    response = send(client, article, passage="Some pain outlasts it.")
    comment = Comment.objects.get()
    assert response.url == (f"/comments/mine/{tokens.make(Purpose.MINE, comment)}/")
    assert (comment.status, comment.is_public) == (Status.HELD, False)
    assert (comment.user_name, comment.comment) == ("Heron", "A text")
    assert comment.passage == "Some pain outlasts it."
    assert "It waits for a person to read it." in words(client.get(response.url))
    assert "A text" not in client.get(article.url).content.decode()


def test_what_was_agreed_to_and_when_is_stored_but_no_address(client, article):
    before = timezone.now()
    send(client, article)
    comment = Comment.objects.get()
    assert comment.consent_text == str(consent.WORDING)
    assert before <= comment.consented_at <= timezone.now()
    assert comment.ip_address is None
    assert len(comment.address_hash) == 64


def test_a_comment_knows_the_version_that_it_is_about(client, article):
    send(client, article)
    comment = Comment.objects.get()
    assert (comment.version, comment.version_date) == article.comment_version()


def test_a_question_is_one_only_at_the_top(client, article):
    parent = show(article)
    send(client, article, kind="question")
    send(client, article, kind="question", reply_to=parent.pk)
    kinds = Comment.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == [Kind.COMMENT, Kind.QUESTION, Kind.COMMENT]


def test_without_the_tick_nothing_is_kept_and_nothing_lost(client, article):
    response = send(client, article, text="Much to say", consent="")
    assert response.status_code == 400
    assert "Much to say" in response.content.decode()
    assert Comment.objects.count() == 0


def test_a_preview_shows_the_words_and_keeps_nothing(client, article):
    response = send(client, article, text="Two\n\nlines", preview="1")
    assert response.status_code == 200
    assert "This is how it will look" in words(response)
    assert "<p>Two</p>" in response.content.decode()
    assert Comment.objects.count() == 0
    soup = BeautifulSoup(response.content, "html.parser")
    again = {field["name"]: field.get("value", "") for field in soup.select("input")}
    again |= {"text": soup.textarea.text.strip(), "kind": "comment", "consent": "on"}
    assert client.post(f"/comments/write/{article.pk}/", again).status_code == 302
    assert Comment.objects.get().comment.split() == ["Two", "lines"]


@pytest.mark.parametrize("stamp", ["", "nonsense", "1.2:bad", "\x00"])
def test_a_form_without_its_time_comes_back_filled_in(client, article, stamp):
    response = send(client, article, text="Much to say", name="Wren", stamp=stamp)
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 400
    assert soup.textarea.text.strip() == "Much to say"
    assert soup.select_one("[name=name]")["value"] == "Wren"
    assert soup.select_one("[name=consent]").has_attr("checked")
    fresh = soup.select_one("[name=stamp]")["value"]
    assert send(client, article, text="Much to say", stamp=fresh).status_code == 302


def test_an_expired_form_comes_back_filled_in_and_good_again(client, article):
    old = CommentForm(page_id=article.pk).stamp_of(time.time() - 25 * 3600)
    response = send(client, article, text="Much to say", stamp=old)
    assert response.status_code == 400
    assert "open for a long time" in words(response)
    soup = BeautifulSoup(response.content, "html.parser")
    fresh = soup.select_one("[name=stamp]")["value"]
    assert send(client, article, text="Much to say", stamp=fresh).status_code == 302


def test_the_time_of_one_page_is_no_time_of_another(client, article):
    other = CommentForm(page_id=article.pk + 1).stamp_of(time.time())
    assert send(client, article, stamp=other).status_code == 400


def test_a_robot_in_the_trap_is_held_like_everybody(client, article):
    assert send(client, article, website="https://example.org").status_code == 302
    assert Comment.objects.get().status == Status.HELD


@pytest.mark.parametrize(
    "fields",
    [
        {"name": ""},
        {"name": "x" * 51},
        {"text": ""},
        {"text": "x" * 3001},
        {"text": "nul \x00"},
        {"email": "heron"},
        {"kind": "order"},
        {"passage": "x" * 501},
        {"follow": "on", "email": ""},
        {"reply_to": "abc"},
        {"reply_to": "-1"},
        {"reply_to": "9" * 30},
        {"reply_to": "999999"},
    ],
)
def test_bad_input_is_told_in_words_and_stores_nothing(client, article, fields):
    response = send(client, article, **{"text": "Much to say"} | fields)
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 400
    assert soup.select(".error-summary li") != []
    assert soup.textarea.text.strip() == fields.get("text", "Much to say").strip()
    assert Comment.objects.count() == 0


def test_the_name_of_an_author_is_for_the_author_alone(client, article):
    AuthorPageFactory(title="Orla Thistlewick")
    for name in ("Orla Thistlewick", "оrla  thistlewick"):
        response = send(client, article, name=name, text="Much to say")
        assert response.status_code == 400
        assert "Please choose another" in words(response)
        assert "Much to say" in response.content.decode()
    assert Comment.objects.count() == 0


def test_what_answers_something_gone_can_be_sent_as_a_comment(client, article):
    response = send(client, article, text="I agree", reply_to="999999")
    soup = BeautifulSoup(response.content, "html.parser")
    assert "is no longer here" in words(response)
    assert soup.select("[name=reply_to]") == []
    assert send(client, article, text="I agree").status_code == 302


def test_the_form_says_what_it_answers(client, article):
    parent = show(article, name="Wren", text="It helped me.")
    found = words(client.get(f"/comments/write/{article.pk}/?reply_to={parent.pk}"))
    assert "You answer Wren: It helped me." in found
    for bad in ("abc", "9" * 40, "0", str(write(article).pk)):
        page = client.get(f"/comments/write/{article.pk}/?reply_to={bad}")
        assert "You answer" not in words(page)


def test_a_reply_to_another_page_or_a_held_comment_is_refused(article):
    elsewhere = show(ArticlePageFactory())
    held = write(article)
    for key in (elsewhere.pk, held.pk, 999999):
        with pytest.raises(writing.NotAccepted):
            write(article, reply_to=key)
    assert Comment.objects.count() == 2


def test_a_closed_thread_takes_no_replies(article):
    parent = show(article)
    moderation.close_thread(parent, by=None)
    with pytest.raises(writing.NotAccepted):
        write(article, reply_to=parent.pk)


def test_replies_below_the_deepest_level_stand_beside(article):
    parent = show(article)
    deepest = site.COMMENTS_XTD_MAX_THREAD_LEVEL
    for _ in range(deepest + 2):
        parent = show(article, reply_to=parent.pk)
    assert parent.level == deepest
    assert Comment.objects.count() == deepest + 3


def test_a_held_reply_stays_held_when_its_parent_is_saved(article):
    parent = show(article)
    reply = write(article, reply_to=parent.pk)
    Comment.objects.get(pk=parent.pk).save()
    moderation.approve(Comment.objects.get(pk=parent.pk), by=None)
    reply.refresh_from_db()
    assert (reply.status, reply.is_public) == (Status.HELD, False)


def test_no_comment_on_a_draft_or_a_private_page(client, article):
    private = ArticlePageFactory()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    article.unpublish()
    for page in (article, private):
        assert client.get(f"/comments/write/{page.pk}/").status_code == 404
        assert send(client, page).status_code == 404
        with pytest.raises(writing.NotAccepted):
            write(page)
    assert Comment.objects.count() == 0


def test_no_comment_on_a_page_of_another_kind(client, article):
    assert client.get(f"/comments/write/{article.get_parent().pk}/").status_code == 404


def test_a_page_that_closes_while_somebody_writes_loses_no_text(client, article):
    data = filled(article, text="Much to say")
    article.comments_open = False
    article.save()
    address = f"/comments/write/{article.pk}/"
    response = client.post(address, data)
    assert response.status_code == 400
    assert "takes no comments" in words(response)
    assert "Much to say" in response.content.decode()
    assert "Comments are closed" in words(client.get(address))


def test_old_pages_close_by_themselves(client, article):
    rules = CommentSettings.for_site(article.get_site())
    rules.close_after_days = 30
    rules.save()
    assert send(client, article).status_code == 302
    article.last_published_at = timezone.now() - timedelta(days=31)
    article.save()
    assert send(client, article).status_code == 400


def test_too_much_from_one_place_or_on_one_page_waits_with_its_text(
    client, article, settings
):
    settings.COMMENTS_OF_ONE_WRITER = 2
    settings.COMMENTS_ON_ONE_PAGE = 3
    assert [send(client, article).status_code for _ in range(3)] == [302, 302, 429]
    elsewhere = {"REMOTE_ADDR": "192.0.2.9"}
    address = f"/comments/write/{article.pk}/"
    data = filled(article, text="Much to say")
    assert client.post(address, data, **elsewhere).status_code == 302
    full = client.post(address, data, **elsewhere)
    assert full.status_code == 429
    assert "Many comments came in" in words(full)
    assert "Much to say" in full.content.decode()
    Comment.objects.update(
        submit_date=timezone.now() - timedelta(hours=2),
        address_hashed_at=timezone.now() - timedelta(hours=2),
    )
    assert send(client, article).status_code == 302


def test_the_writer_is_mailed_the_link_and_no_words(client, article, committed):
    with committed():
        send(client, article, name="Wren", text="Much to say", email="w@example.org")
    comment = Comment.objects.get()
    [message] = mail.outbox
    assert message.to == ["w@example.org"]
    token = tokens.make(Purpose.MAILED, comment)
    assert f"{site.SITE_URL}/comments/mine/{token}/" in message.body
    assert "Much to say" not in message.body
    assert "Wren" not in message.body


def test_an_address_that_strangers_type_is_not_flooded(client, article, committed):
    for _ in range(6):
        with committed():
            send(client, article, email="w@example.org")
    assert len(mail.outbox) == 3
    assert Comment.objects.count() == 6


def test_the_number_of_queries_does_not_grow(
    client, article, django_assert_max_num_queries
):
    for _ in range(12):
        show(article)
    with django_assert_max_num_queries(35):
        send(client, article)
