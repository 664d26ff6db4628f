"""What readers learn of the past of an article: dates, notices, versions, changes."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.roles import MEDICAL_REVIEWER
from authors.models import AuthorPage
from blog.models import ArticlePage, BlogIndexPage
from editorial import review
from tests.conftest import make_user
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.publishing import announce


def words(text):
    return json.dumps([{"type": "paragraph", "value": f"<p>{text}</p>", "id": "a"}])


@pytest.fixture
def heron(db):
    """An article about herons in its first version."""
    return ArticlePageFactory(
        title="Herons", slug="herons", body=words("Herons eat ten fish.")
    )


def change(page, text, kind="correction", what="Twelve, not ten.", why="Recounted."):
    page = ArticlePage.objects.get(pk=page.pk)
    page.body = words(text)
    page.notice_kind, page.notice_what, page.notice_why = kind, what, why
    page.save_revision().publish()
    return page


def soup(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return BeautifulSoup(response.content.decode(), "html.parser")


def text(element):
    return " ".join(element.get_text(" ").split())


def today():
    day = timezone.localdate()
    return f"{day:%-d %B %Y}"


# History


def test_the_history_lists_notices_newest_first_and_the_first_publication_last(
    client, heron
):
    change(heron, "Herons eat twelve fish.")
    change(heron, "Herons eat twelve fish!", "minor", "A full stop.", "It looked sad.")
    page = soup(client, "/articles/herons/history/")
    rows = [text(row) for row in page.select(".result")]
    assert [row.split(" Why:")[0] for row in rows[:2]] == [
        f"Small change {today()} A full stop.",
        f"Correction {today()} Twelve, not ten.",
    ]
    assert rows[2] == f"First published {today()} Version 1"
    links = [link["href"] for link in page.select(".result")[1].select("a")]
    assert links == [
        "/articles/herons/versions/2/changes/",
        "/articles/herons/versions/1/",
        "/articles/herons/versions/2/",
    ]


def test_the_history_names_who_changed_it(client, heron, editor):
    editor.first_name, editor.last_name = "Ada", "Lovelock"
    editor.save()
    heron.body = words("Herons eat twelve fish.")
    announce(heron)
    heron.save_revision(user=editor).publish(user=editor)
    page = soup(client, "/articles/herons/history/")
    assert "By Ada Lovelock" in text(page.select_one(".result"))


def test_a_first_version_that_was_kept_late_says_so(client, db):
    page = ArticlePageFactory(first_published_at=datetime(2025, 1, 9, 9, tzinfo=UTC))
    (row,) = soup(client, f"{page.url}history/").select(".result b")
    assert text(row) == "The first version that was kept"


def test_what_a_notice_says_is_no_markup(client, heron):
    change(heron, "Herons eat twelve fish.", what="<script>1</script>", why="<b>x")
    html = client.get("/articles/herons/history/").content.decode()
    assert "&lt;script&gt;1&lt;/script&gt;" in html
    assert "<script>1" not in html


@pytest.mark.parametrize("notices", [1, 3, 30])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("history/", 12), ("versions/1/", 13), ("versions/2/changes/", 14)],
)
def test_the_number_of_queries_is_fixed(
    client, heron, django_assert_num_queries, notices, address, queries
):
    for number in range(2, notices + 2):
        note(heron, number, "update")
    client.get(f"/articles/herons/{address}")
    with django_assert_num_queries(queries):
        client.get(f"/articles/herons/{address}")


def note(page, number, kind, at=None, what="Something."):
    """Store a version and its notice."""
    at = at or timezone.now()
    page.change_notices.create(
        kind=kind,
        what=what,
        why="A reason.",
        at=at,
        version=page.versions.create(
            number=number, title=page.title, html="<p>A.</p>", published_at=at
        ),
    )


def test_history_and_versions_set_no_cookie(client, heron):
    change(heron, "Herons eat twelve fish.")
    for address in ("history/", "versions/1/", "versions/2/changes/"):
        response = client.get(f"/articles/herons/{address}")
        assert response["Cache-Control"] == "public, max-age=0, s-maxage=60"
        assert not response.has_header("Set-Cookie")


@pytest.mark.parametrize(
    "address",
    [
        "versions/0/",
        "versions/3/",
        "versions/99999999999999999999999/",
        "versions/one/",
        "versions/1/changes/",
        "versions/3/changes/",
        "versions/99999999999999999999999/changes/",
    ],
)
def test_an_unknown_version_is_not_found(client, heron, address):
    change(heron, "Herons eat twelve fish.")
    assert client.get(f"/articles/herons/{address}").status_code == 404


@pytest.mark.parametrize("address", ["history/", "versions/1/", "versions/2/changes/"])
def test_a_draft_has_no_past(client, db, address):
    draft = ArticlePage(title="Draft", slug="draft", live=False)
    BlogIndexPage.objects.get().add_child(instance=draft)
    assert client.get(f"/articles/draft/{address}").status_code == 404


@pytest.mark.parametrize("address", ["history/", "versions/1/", "versions/2/changes/"])
def test_the_past_of_a_private_article_is_private(client, heron, address):
    change(heron, "Herons eat twelve fish.")
    PageViewRestriction.objects.create(page=heron, restriction_type="login")
    assert client.get(f"/articles/herons/{address}").status_code == 302


# Versions


def test_an_earlier_version_stays_readable_and_says_when_it_held(client, heron):
    change(heron, "Herons eat twelve fish.")
    page = soup(client, "/articles/herons/versions/1/")
    assert "Herons eat ten fish." in text(page.article)
    assert text(page.select_one(".callout p")) == (
        f"This is how the article read from {today()} to {today()}. "
        "Its text changed since."
    )
    assert page.select_one(".callout a")["href"] == "/articles/herons/"
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.select_one("link[rel=canonical]")["href"] == heron.full_url


def test_the_current_version_says_that_it_is(client, heron):
    change(heron, "Herons eat twelve fish.")
    page = soup(client, "/articles/herons/versions/2/")
    assert text(page.select_one(".callout p")) == (
        f"This is how the article reads now, since {today()}."
    )


def test_a_version_offers_no_asking_and_no_comments(client, heron):
    client.get(heron.url)
    page = soup(client, "/articles/herons/versions/1/")
    assert page.select(".ask, .comment") == []


def test_what_changed_is_shown_in_words_and_marks(client, heron):
    change(heron, "Herons eat twelve fish.")
    page = soup(client, "/articles/herons/versions/2/changes/")
    changed = page.select_one(".comparison__paragraph")
    assert text(changed) == "Herons eat removed: ten added: twelve fish."
    assert [mark.name for mark in changed.select("ins, del")] == ["del", "ins"]
    assert "Twelve, not ten." in text(page.select_one(".page-header"))


def test_a_comment_leads_to_the_version_that_it_is_about(heron):
    assert heron.comment_version() == (1, timezone.localdate())
    page = change(heron, "Herons eat twelve fish.")
    assert page.comment_version() == (2, timezone.localdate())
    assert page.version_address(1) == "/articles/herons/versions/1/"


# Dates


def lines(client, page):
    return [text(line) for line in soup(client, page.url).select(".byline__dates li")]


def sign(page, reviewer, at, draft=None):
    return review.record(draft or page, reviewer=reviewer, checked=[], at=at)


@pytest.fixture
def reviewer(db):
    user = make_user("reviewer", MEDICAL_REVIEWER)
    user.first_name, user.last_name = "Rosalind", "Quill"
    user.save()
    return user


def test_published_updated_reviewed_and_due_are_four_things(client, reviewer):
    page = ArticlePageFactory(
        body=words("One."), first_published_at=datetime(2025, 1, 9, 9, tzinfo=UTC)
    )
    note(page, 2, "update", at=datetime(2025, 3, 1, 9, tzinfo=UTC))
    note(page, 3, "minor", at=datetime(2025, 5, 1, 9, tzinfo=UTC))
    signed = sign(page, reviewer, at=timezone.now())
    assert lines(client, page) == [
        "Published 9 January 2025",
        "Updated 1 March 2025",
        f"Reviewed by Rosalind Quill on {today()}",
        f"Next review due on {signed.review_due:%-d %B %Y}",
    ]


def test_a_page_that_nobody_signed_says_so(client, heron):
    assert lines(client, heron)[-1] == "Not medically reviewed"


def test_an_edited_page_names_the_date_but_no_reviewer(client, heron, reviewer):
    sign(heron, reviewer, at=timezone.now())
    change(heron, "Herons eat twelve fish.")
    said = lines(client, heron)
    assert f"Edited since review on {today()}" in said
    assert not [line for line in said if line.startswith("Reviewed")]


def test_an_overdue_review_is_said_in_words(client, heron, reviewer):
    signed = sign(heron, reviewer, at=timezone.now() - timedelta(days=1200))
    assert lines(client, heron)[-1] == (
        f"Overdue: the next review was due on {signed.review_due:%-d %B %Y}"
    )


def test_the_reviewer_is_led_to_when_there_is_a_public_profile(client, heron, reviewer):
    AuthorPageFactory(title="Rosalind Quill", slug="quill", user=reviewer)
    sign(heron, reviewer, at=timezone.now())
    (link,) = soup(client, heron.url).select(".byline__dates a")
    assert link["href"] == "/authors/quill/"
    AuthorPage.objects.update(live=False)
    assert soup(client, heron.url).select(".byline__dates a") == []


def test_the_latest_correction_stands_beside_the_dates(client, heron):
    change(heron, "Herons eat eleven fish.", what="Eleven, not ten.")
    change(heron, "Herons eat twelve fish.")
    change(heron, "Herons eat fish, twelve.", "clarification", "Order.", "Unclear.")
    page = soup(client, heron.url)
    beside = page.select_one(".byline__correction")
    assert (
        text(beside) == f"Corrected on {today()} : Twelve, not ten. See the correction"
    )
    assert beside.a["href"] == "/articles/herons/versions/3/changes/"
    assert len(page.select("#changes ~ .results > .result")) == 3


# Programs


def linked(client, page):
    script = soup(client, page.url).select_one('script[type="application/ld+json"]')
    return json.loads(script.string)


def test_programs_learn_of_review_update_and_correction(client, heron, reviewer):
    page = change(heron, "Herons eat twelve fish.")
    at = sign(page, reviewer, at=timezone.now()).signed_at
    told = linked(client, heron)
    assert told["reviewedBy"] == [{"@type": "Person", "name": "Rosalind Quill"}]
    assert told["lastReviewed"] == timezone.localdate(at).isoformat()
    (correction,) = told["correction"]
    assert (correction["@type"], correction["text"]) == (
        "CorrectionComment",
        "Twelve, not ten.",
    )
    assert correction["url"] == f"{heron.full_url}versions/2/changes/"
    assert told["dateModified"] == correction["datePublished"]


def test_programs_are_told_of_no_review_once_the_page_was_edited(
    client, heron, reviewer
):
    sign(heron, reviewer, at=timezone.now())
    assert "reviewedBy" in linked(client, heron)
    change(heron, "Herons eat twelve fish.")
    told = linked(client, heron)
    assert {"reviewedBy", "lastReviewed"} & set(told) == set()


def test_a_change_without_substance_is_no_update(client, heron):
    change(heron, "Herons eat ten fish!", "minor", "A mark.", "Joy.")
    assert "dateModified" not in linked(client, heron)
    assert [line for line in lines(client, heron) if "Updated" in line] == []


# The feed of corrections


@pytest.mark.parametrize("address", ["/corrections/feed/", "/corrections/feed.atom"])
def test_the_feed_holds_what_readers_should_know(client, heron, address):
    change(heron, "Herons eat twelve fish.")
    change(heron, "Herons eat twelve fish!", "minor", "A mark.", "Joy.")
    secret = ArticlePageFactory(title="Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    change(secret, "More.")
    feed = ElementTree.fromstring(client.get(address).content)
    (entry,) = [*feed.findall(".//{*}item"), *feed.findall(".//{*}entry")]
    assert entry.findtext("{*}title") == "Correction: Herons"
    said = b" ".join(client.get(address).content.split()).decode()
    assert f"{heron.full_url}versions/2/changes/" in said
    assert "Twelve, not ten. Why: Recounted." in said


@pytest.mark.parametrize("notices", [1, 3, 30])
def test_the_feed_takes_the_same_queries(
    client, heron, django_assert_num_queries, notices
):
    for number in range(2, notices + 2):
        note(ArticlePageFactory(), number, "update")
    client.get("/corrections/feed/")
    with django_assert_num_queries(4):
        client.get("/corrections/feed/")


def test_articles_and_histories_lead_to_the_feed(client, heron):
    for address in (heron.url, "/articles/herons/history/"):
        links = soup(client, address).select("link[rel=alternate]")
        assert "/corrections/feed/" in [link["href"] for link in links]
