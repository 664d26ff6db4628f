"""Article pages as readers get them."""

import json

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db.models import ProtectedError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from authors.models import AuthorPage
from blog.models import ArticlePage, Authorship, BlogIndexPage, FurtherReading
from comments import moderation, writing
from tests.factories.files import ImageFactory
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.publishing import publish_draft
from tests.factories.references import ReferenceFactory

QUERIES = 22


@pytest.mark.parametrize(("comments", "others"), [(10, 1), (500, 6)])
def test_the_number_of_queries_is_fixed(
    client, article, django_assert_num_queries, comments, others
):
    ArticlePage.objects.update(lead_image=ImageFactory())
    for order in range(others):
        author = AuthorPageFactory(portrait=ImageFactory())
        Authorship.objects.create(page=article, author=author, sort_order=order)
        reference = ReferenceFactory()
        FurtherReading.objects.create(page=article, reference=reference)
    for _ in range(comments):
        row = writing.submit(page=article, name="Heron", text="A text")
        moderation.approve(row, by=None)
    ContentType.objects.get_for_model(ArticlePage)
    Site.clear_site_root_paths_cache()
    client.get(article.url)
    with django_assert_num_queries(QUERIES):
        html = client.get(article.url).content.decode()
    assert html.count('class="comment"') == min(comments, 50)


def test_the_demo_flagship_holds_what_it_should(client, db):
    call_command("sync_roles")
    call_command("load_demo")
    call_command("load_demo")
    html = client.get("/articles/ketamine-for-nerve-pain/").content.decode()
    assert html.count('class="reference"') == 4
    assert html.count('class="comment"') == 9
    assert html.count('class="badge"') == 2
    assert ArticlePage.objects.count() == 7


@pytest.mark.parametrize("page", ["0", "99", "abc", "-1"])
def test_an_unknown_page_number_is_a_404(client, db, page):
    assert client.get(f"/articles/?page={page}").status_code == 404


@pytest.mark.parametrize("articles", [1, 3, 9])
def test_listings_cost_the_same_for_any_number_of_rows(
    client, db, django_assert_num_queries, articles
):
    for _ in range(articles):
        Authorship.objects.create(page=ArticlePageFactory(), author=AuthorPageFactory())
    client.get("/articles/")
    with django_assert_num_queries(14):
        html = client.get("/articles/").content.decode()
    assert html.count('class="card"') == articles


@pytest.mark.parametrize(
    "body",
    [
        [{"type": "unknown", "value": 1, "id": "x"}],
        [{"type": "heading", "value": {}, "id": "x"}],
        [{"type": "image", "value": {"image": None}, "id": "x"}],
        [{"type": "sign_off", "value": {"author": 99999}, "id": "x"}],
        [{"type": "download", "value": {"document": 99999}, "id": "x"}],
    ],
)
def test_a_broken_body_still_answers(client, article, body):
    ArticlePage.objects.filter(pk=article.pk).update(body=json.dumps(body))
    assert client.get(article.url).status_code == 200


def test_an_author_in_a_byline_is_protected(article):
    author = AuthorPageFactory()
    Authorship.objects.create(page=article, author=author)
    with pytest.raises(ProtectedError):
        author.delete()


def test_a_revision_survives_an_author_who_is_gone(article):
    author = AuthorPageFactory()
    article.authorships.add(Authorship(author=author))
    revision = article.save_revision()
    AuthorPage.objects.get(pk=author.pk).delete()
    assert revision.as_object().authorships.count() == 0


def test_a_draft_that_nobody_saw_leaves_no_redirect(
    db, django_capture_on_commit_callbacks
):
    draft = ArticlePage(title="Draft", slug="draft", live=False)
    BlogIndexPage.objects.get().add_child(instance=draft)
    draft.slug = "renamed"
    with django_capture_on_commit_callbacks(execute=True):
        draft.save()
    assert Redirect.objects.count() == 0


def test_a_published_page_keeps_its_old_address(
    client, article, django_capture_on_commit_callbacks
):
    publish_draft(article)
    old = article.url
    page = ArticlePage.objects.get(pk=article.pk)
    page.slug = "renamed"
    with django_capture_on_commit_callbacks(execute=True):
        publish_draft(page)
    response = client.get(old)
    assert (response.status_code, response.url) == (301, "/articles/renamed/")


def test_public_pages_are_shared_without_cookies(client, article):
    response = client.get(article.url)
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert not response.has_header("Set-Cookie")
    assert "Cookie" not in response.get("Vary", "")
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_headings_keep_their_anchor_when_the_wording_changes(client, article):
    block = {"type": "heading", "id": "0a1b2c3d-0000-4000-8000-000000000000"}
    for text in ("First wording", "Second wording"):
        body = [{**block, "value": {"level": "h2", "text": text}}]
        ArticlePage.objects.filter(pk=article.pk).update(body=json.dumps(body))
        html = client.get(article.url).content.decode()
        assert f'<h2 id="section-0a1b2c3d">{text}</h2>' in html
        assert f'<a href="#section-0a1b2c3d">{text}</a>' in html
