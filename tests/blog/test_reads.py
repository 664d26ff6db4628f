"""How often an article is read: counted without knowing anybody."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog import reads
from blog.models import ReadCount
from tests.factories.pages import ArticlePageFactory

pytestmark = pytest.mark.django_db
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def _nothing_counted():
    cache.clear()


def read(client, page, **headers):
    headers = {"User-Agent": BROWSER, "Sec-Fetch-Site": "same-origin"} | headers
    return client.post(f"/reads/{page.pk}/", headers=headers)


def test_reads_are_counted_by_article_and_day(client, article):
    other = ArticlePageFactory()
    long_ago = timezone.localdate() - timedelta(days=30)
    ReadCount.objects.create(page=article, day=long_ago, reads=5)
    for page in (article, article, other):
        assert read(client, page).status_code == 204
    assert reads.of(article) == reads.Reads(recent=2, total=7)
    assert reads.of(other) == reads.Reads(recent=1, total=1)
    assert reads.of(ArticlePageFactory()) == reads.Reads(recent=0, total=0)


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"User-Agent": "Mozilla/5.0 HeadlessChrome/140.0"},
        {"User-Agent": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"DNT": "1"},
        {"Sec-GPC": "1"},
    ],
)
def test_robots_other_sites_and_those_who_wish_it_are_not_counted(
    client, article, headers
):
    response = read(client, article, **headers)
    assert (response.status_code, response.content) == (204, b"")
    assert reads.of(article).total == 0


def test_nothing_about_a_reader_is_kept_or_given(client, article):
    response = read(client, article)
    assert (response.cookies, response.content) == ({}, b"")
    fields = [field.name for field in ReadCount._meta.get_fields()]
    assert fields == ["id", "page", "day", "reads"]


def test_what_readers_cannot_see_is_not_counted(client):
    draft = ArticlePageFactory(live=False)
    private = ArticlePageFactory()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in (draft, private):
        assert read(client, page).status_code == 404
    assert client.post(f"/reads/{9**30}/").status_code == 404
    assert client.get(f"/reads/{draft.pk}/").status_code == 405
    assert not ReadCount.objects.exists()


def test_a_flood_is_counted_up_to_a_bound(client, article, monkeypatch):
    monkeypatch.setattr(reads, "MOST_A_MINUTE", 3)
    for _ in range(9):
        read(client, article)
    # The minute may have changed once meanwhile.
    assert reads.of(article).total in (3, 6)


def test_an_article_says_where_its_reads_are_counted_and_a_preview_does_not(
    client, article, editor
):
    page = client.get(article.url).content.decode()
    assert (f'data-reads="/reads/{article.pk}/"' in page, "js/reads" in page) == (
        True,
        True,
    )
    revision = article.save_revision()
    client.force_login(editor)
    address = f"/admin/pages/{article.pk}/revisions/{revision.pk}/view/"
    assert "js/reads" not in client.get(address).content.decode()
