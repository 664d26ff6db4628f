"""Search, health and what is not there."""

import pytest

from references.search import clean_query
from tests.factories.pages import ArticlePageFactory


@pytest.mark.parametrize(
    "query", ['"', "'", "a:b", "*", "NEAR(", "\x00", "", "(", "ketamine AND", "x" * 999]
)
def test_no_query_breaks_the_search(client, db, query):
    assert client.get("/search/", {"q": query}).status_code == 200


def test_search_finds_live_pages_alone(client, db):
    ArticlePageFactory(title="Ketamine in general")
    ArticlePageFactory(title="Ketamine in secret", live=False)
    html = client.get("/search/", {"q": "ketamine"}).content.decode()
    assert "Ketamine in general" in html
    assert "Ketamine in secret" not in html


def test_search_page_that_is_not_there(client, db):
    assert client.get("/search/", {"q": "a", "page": "9"}).status_code == 404


def test_clean_query_folds_spaces():
    assert clean_query("  two\x00 words ") == "two words"


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/authors/", "text/html; charset=utf-8"),
        ("/topics/", "text/html; charset=utf-8"),
        ("/healthz", "text/plain"),
        ("/readyz", "text/plain"),
        ("/robots.txt", "text/plain"),
        ("/.well-known/security.txt", "text/plain"),
        ("/feed/", "application/rss+xml; charset=utf-8"),
        ("/feed.atom", "application/atom+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),
    ],
)
def test_addresses_answer(client, article, path, content_type):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, content_type)


def test_an_unknown_address_is_a_404_in_words(client, db):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "There is no page at this address" in response.content.decode()
