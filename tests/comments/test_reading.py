"""Reading comments: pages, orders, addresses, versions, feeds."""

import json
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from blog.models import ArticlePage, BlogIndexPage
from comments import moderation, paging, reading, writing
from comments.models import (
    AnswerState,
    Comment,
    CommentSettings,
    Kind,
    Relation,
    Status,
)
from comments.paging import Addresses, Asked
from comments.threads import Order, Show
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory


def write(page, text="A text", reply_to=None, **fields):
    """Store a comment that readers see."""
    parent = reply_to and reply_to.pk
    row = writing.submit(page=page, name="Heron", text=text, reply_to=parent)
    moderation.approve(row, by=None)
    Comment.objects.filter(pk=row.pk).update(**fields)
    return Comment.objects.get(pk=row.pk)


def chain(page, length):
    """Store a thread in which every comment answers the one before."""
    found = [write(page)]
    while len(found) < length:
        found.append(write(page, reply_to=found[-1]))
    return found


def configure(**values):
    """Change how the site takes comments."""
    settings = CommentSettings.for_site(Site.objects.get())
    for name, value in values.items():
        setattr(settings, name, value)
    settings.save()


def section(page, *asked, **options):
    return reading.section(
        ArticlePage.objects.get(pk=page.pk), None, Asked(*asked), **options
    )


def outline(entries):
    return [(entry.text or entry.gone, outline(entry.replies)) for entry in entries]


def test_replies_stand_below_what_they_answer(article):
    parent = write(article, "One")
    write(article, "Two", parent)
    write(article, "Three")
    assert outline(section(article).entries) == [("One", [("Two", [])]), ("Three", [])]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Status.WITHDRAWN, "Removed by its writer."),
        (Status.ERASED, "Removed by its writer."),
        (Status.HELD, "A person is looking at this comment again."),
        (Status.REJECTED, "Removed by the moderators."),
    ],
)
def test_replies_stay_readable_below_what_is_gone(client, article, status, told):
    parent = write(article, "Private words")
    write(article, "An answer", parent)
    Comment.objects.filter(pk=parent.pk).update(status=status)
    read = section(article)
    assert outline(read.entries) == [(told, [("An answer", [])])]
    assert read.count == 1
    assert "Private words" not in client.get(article.url).content.decode()


def test_spam_takes_its_replies_along(article):
    parent = write(article, "Pills")
    write(article, "An answer", parent)
    Comment.objects.filter(pk=parent.pk).update(status=Status.SPAM)
    assert section(article).entries == []


def test_deep_replies_stand_beside_and_say_what_they_answer(client, article):
    configure(reply_depth=2)
    found = chain(article, 5)
    html = client.get(article.url).content.decode()
    assert html.count('<ol class="thread">') == 3
    assert html.count("In reply to Heron") == 2
    assert f'<a href="/comments/{found[3].pk}/" rel="nofollow">' in html


@pytest.mark.parametrize(
    ("order", "texts"),
    [("oldest", ["1", "2", "3"]), ("newest", ["3", "2", "1"])],
)
def test_threads_are_read_in_either_order(article, order, texts):
    for text in ("1", "2", "3"):
        write(article, text)
    assert [each.text for each in section(article, 1, Order(order)).entries] == texts


def test_answered_questions_are_found_and_answers_lead(article):
    write(article, "A comment")
    asked = {"kind": Kind.QUESTION, "answer_state": AnswerState.WAITING}
    write(article, "Waiting", **asked)
    question = write(article, "Why?", **asked)
    write(article, "Nobody knows", question)
    write(article, "A clinician’s", question, relation=Relation.CLINICIAN)
    write(article, "The author’s", question, relation=Relation.AUTHOR)
    question.answer_state = AnswerState.AUTHOR
    question.save()
    thread = (
        "Why?",
        [("The author’s", []), ("A clinician’s", []), ("Nobody knows", [])],
    )
    waiting, comment = ("Waiting", []), ("A comment", [])
    assert [
        outline(section(article, 1, order, show).entries)
        for order, show in [
            (Order.OLDEST, Show.ALL),
            (Order.ANSWERED, Show.ALL),
            (Order.OLDEST, Show.QUESTIONS),
            (Order.OLDEST, Show.ANSWERED),
        ]
    ] == [
        [comment, waiting, thread],
        [thread, comment, waiting],
        [waiting, thread],
        [thread],
    ]


def test_fifty_stand_on_a_page_and_what_continues_says_so(client, article):
    root = write(article, "The beginning")
    for number in range(60):
        write(article, f"Reply {number}", root)
    first = client.get(article.url).content.decode()
    assert first.count('class="comment"') == 50
    assert "61 comments" in first
    address = f"{article.url}comments/?p=2"
    assert f'<a href="{address}#comments" rel="next">' in first
    second = client.get(address).content.decode()
    assert second.count('class="comment"') == 11
    assert "This page goes on with what Heron began" in second
    assert "The beginning" not in second
    assert "Page 2 of 2" in second


@pytest.mark.parametrize(
    "query",
    ["p=2", "p=0", "p=-1", "p=abc", "p=٢", "p=99999999", "order=best", "show=no"],
)
def test_pages_that_there_are_not_are_a_404(client, article, query):
    write(article)
    assert client.get(f"{article.url}comments/?{query}").status_code == 404


def test_pages_of_comments_are_shared_without_cookies(client, article):
    write(article)
    response = client.get(f"{article.url}comments/")
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert not response.has_header("Set-Cookie")
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("comments", [1, 3, 80])
def test_a_page_of_comments_takes_the_same_queries(
    client, article, django_assert_num_queries, comments
):
    author = AuthorPageFactory()
    for number in range(comments):
        write(article, relation=Relation.AUTHOR, author=author, version=number + 1)
    client.get(f"{article.url}comments/")
    with django_assert_num_queries(17):
        client.get(f"{article.url}comments/")


def test_a_permalink_survives_more_comments_and_a_move(client, article):
    row = write(article, "The one")
    there = f"/comments/{row.pk}/"
    assert client.get(there).url == f"{article.url}#comment-{row.pk}"
    question = Comment.objects.filter(pk=row.pk)
    before = chain(article, 2)
    question.update(thread_id=before[0].thread_id + 1000)
    for _ in range(49):
        write(article)
    other = BlogIndexPage(title="Elsewhere", slug="elsewhere")
    article.get_parent().get_parent().add_child(instance=other)
    ArticlePage.objects.get(pk=article.pk).move(other, pos="last-child")
    moved = f"/elsewhere/{article.slug}/comments/?p=2#comment-{row.pk}"
    assert client.get(there).url == moved
    assert "The one" in client.get(moved).content.decode()


def test_a_permalink_tells_nothing_of_what_is_not_public(client, article):
    held = writing.submit(page=article, name="Heron", text="A text")
    shown = write(article)
    assert client.get(f"/comments/{held.pk}/").status_code == 404
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert client.get(f"/comments/{shown.pk}/").status_code == 404
    PageViewRestriction.objects.all().delete()
    article.unpublish()
    assert client.get(f"/comments/{shown.pk}/").status_code == 404
    assert client.get("/comments/999999/").status_code == 404


def test_comments_close_by_hand_by_age_and_by_thread(client, article):
    row = write(article)
    reply = f"?reply_to={row.pk}"
    assert reply in client.get(article.url).content.decode()
    row.closed = True
    row.save()
    html = client.get(article.url).content.decode()
    assert reply not in html
    assert "Write a comment" in html
    configure(close_after_days=30)
    old = timezone.now() - timedelta(days=31)
    ArticlePage.objects.update(last_published_at=old)
    html = client.get(article.url).content.decode()
    assert "Comments are closed." in html
    assert "Write a comment" not in html


def test_comments_can_be_kept_from_search_engines(client, article):
    row = write(article, "Hidden words")
    configure(noindex=True)
    html = client.get(article.url).content.decode()
    assert "1 comment" in html
    assert "Hidden words" not in html
    alone = client.get(f"{article.url}comments/").content.decode()
    assert "Hidden words" in alone
    assert '<meta name="robots" content="noindex">' in alone
    feed = client.get(f"{article.url}comments.atom")
    assert feed["X-Robots-Tag"] == "noindex"
    there = f"{article.url}comments/#comment-{row.pk}"
    assert client.get(f"/comments/{row.pk}/").url == there


def test_comments_are_grouped_by_the_version_that_they_are_about(article, monkeypatch):
    today = date(2024, 3, 1)
    monkeypatch.setattr(ArticlePage, "comment_version", lambda self: (3, today))
    monkeypatch.setattr(ArticlePage, "version_address", lambda self, n: f"/v/{n}/")
    old = {"version": 1, "version_date": date(2016, 5, 21)}
    first = write(article, "Old", **old)
    write(article, "Old too", **old)
    write(article, "New")
    write(article, "New below old", first)
    said = [
        (
            group.version and (group.version.day, group.version.address),
            group.version and group.version.is_current,
            outline(group.entries),
        )
        for group in section(article).groups
    ]
    assert said == [
        (
            (date(2016, 5, 21), "/v/1/"),
            False,
            [("Old", [("New below old", [])]), ("Old too", [])],
        ),
        ((today, article.url), True, [("New", [])]),
    ]
    below = section(article).entries[0].replies[0]
    assert below.version.is_current


def test_a_comment_is_about_the_version_that_was_kept_last(article):
    day = timezone.now() - timedelta(days=3)
    for number in (7, 8):
        article.versions.create(number=number, title="A", html="", published_at=day)
    row = write(article)
    assert (row.version, row.version_date) == (8, timezone.localdate(day))


def test_nothing_is_said_of_versions_while_all_are_about_this_one(client, article):
    write(article)
    assert "version" not in client.get(f"{article.url}comments/").content.decode()


def test_the_feed_has_the_newest_comments_and_no_address(client, article):
    row = write(article, "Is 5 < 7?\n\nYes & no\x08")
    write(article, "Two", user_email="heron@example.org")
    writing.submit(page=article, name="Held", text="Held")
    response = client.get(f"{article.url}comments.atom")
    text = response.content.decode()
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert text.index("Two") < text.index("Is 5 &amp;lt; 7?")
    assert "Yes &amp;amp; no&lt;/p&gt;" in text
    assert f"<id>http://testserver/comments/{row.pk}/</id>" in text
    assert "heron@example.org" not in text
    assert "Held" not in text


def test_no_address_of_a_writer_is_on_a_page(client, article):
    write(article, user_email="heron@example.org")
    for address in (article.url, f"{article.url}comments/"):
        html = client.get(address).content.decode()
        assert "heron" not in html
        assert "gravatar" not in html


def test_an_article_that_was_never_stored_has_no_comments(db):
    assert reading.section(ArticlePage(title="New"), None).count == 0


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ((1, Order.OLDEST, Show.ALL), "/a/#comments"),
        ((2, Order.OLDEST, Show.ALL), "/a/comments/?p=2#comments"),
        ((1, Order.NEWEST, Show.ALL), "/a/comments/?order=newest#comments"),
        (
            (3, Order.ANSWERED, Show.QUESTIONS),
            "/a/comments/?p=3&order=answered&show=questions#comments",
        ),
    ],
)
def test_every_page_has_one_address(address, found):
    assert Addresses("/a/").page(*address) == found


def test_pages_are_counted():
    assert [paging.count_pages(rows) for rows in (0, 1, 50, 51, 100, 101)] == [
        *(1, 1, 1, 2, 2, 3)
    ]


def test_two_articles_keep_their_comments_apart(article):
    other = ArticlePageFactory()
    write(article, "Here")
    write(other, "There")
    assert outline(section(article).entries) == [("Here", [])]


def test_programs_are_told_of_questions_and_answers(client, article):
    asked = {"kind": Kind.QUESTION, "answer_state": AnswerState.AUTHOR}
    question = write(article, "Why </script>?", **asked)
    answer = write(article, "Because.", question, relation=Relation.AUTHOR)
    write(article, "I wonder too.", question)
    gone = write(article, "Private words")
    write(article, "Below", gone)
    Comment.objects.filter(pk=gone.pk).update(status=Status.ERASED)
    html = client.get(article.url).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    data = json.loads(found[1])
    assert data["commentCount"] == 4
    (told,) = data["comment"]
    assert (told["@type"], told["text"], told["answerCount"]) == (
        *("Question", "Why </script>?", 1),
    )
    assert [(each["@type"], each["@id"]) for each in told["suggestedAnswer"]] == [
        ("Answer", f"{data['@id']}#comment-{answer.pk}")
    ]
    assert [each["text"] for each in told["comment"]] == ["I wonder too."]
