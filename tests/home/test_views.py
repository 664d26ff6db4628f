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


@pytest.mark.parametrize("rows", [1, 3, 20])
def test_a_search_costs_the_same_for_any_number_of_results(
    client, db, django_assert_num_queries, rows
):
    for number in range(rows):
        ArticlePageFactory(title=f"Heron {number}", summary="About a bird.")
    client.get("/search/", {"q": "heron"})
    with django_assert_num_queries(7):
        html = client.get("/search/", {"q": "heron"}).content.decode()
    assert html.count('<li class="result">') == rows


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"search_description": "For engines.", "summary": "A & B."}, "For engines."),
        ({"summary": "A & B."}, "A &amp; B."),
    ],
)
def test_a_result_says_what_the_page_is_about(client, db, fields, shown):
    ArticlePageFactory(title="Heron", **fields)
    html = client.get("/search/", {"q": "heron"}).content.decode()
    assert html.count(f"<p>{shown}</p>") == 1


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
