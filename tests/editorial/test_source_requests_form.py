"""The page on which a reader asks, and the links that lead to it."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction, Site

from blog.models import ArticlePage
from editorial import limits, source_requests
from editorial.forms import STAMP_HOLDS
from editorial.models import Asker, RequestState, SourceRequest
from tests.factories.editorial import BLOCK, article_of, ask, paragraph, write
from tests.factories.references import ReferenceFactory

CLAIM = "Aspirin prevents clots."
OTHER = "It was first sold in 1899."


@pytest.fixture(autouse=True)
def _forget_counts():
    cache.clear()


@pytest.fixture
def article(db):
    return article_of(paragraph(f"{CLAIM} {OTHER}"))


def address(page, block_id=BLOCK):
    return reverse("source_requests:ask", args=[page.pk, block_id])


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def stamp(client, page, block_id=BLOCK):
    form = soup(client.get(address(page, block_id)))
    return form.select_one("[name=stamp]")["value"]


def send(client, page, **data):
    data = {"sentence": CLAIM, "stamp": stamp(client, page), **data}
    return client.post(address(page), data)


def said(response):
    return [item.get_text(strip=True) for item in soup(response).select(".errorlist")]


# Links in the article


def test_each_passage_of_an_article_leads_to_its_form(client, db):
    point = {"type": "item", "value": "<p>A point.</p>", "id": "point"}
    callout = {"kind": "note", "title": "", "text": "<p>A note.</p>"}
    article = article_of(
        paragraph(CLAIM, "first"),
        {"type": "heading", "value": {"level": "h2", "text": "More"}, "id": "heading"},
        {"type": "key_points", "value": {"title": "K", "points": [point]}, "id": "k"},
        {"type": "callout", "value": callout, "id": "note"},
    )
    links = soup(client.get(article.url)).select(".ask a")
    assert [link["href"] for link in links] == [
        f"/ask/{article.pk}/{key}/" for key in ("first", "k", "note")
    ]
    assert {link.get_text() for link in links} == {"Ask for a source for this passage"}
    for link in links:
        assert client.get(link["href"]).status_code == 200


@pytest.mark.parametrize("key", [None, "", "odd/key"])
def test_a_passage_whose_key_makes_no_address_has_no_link(client, article, key):
    body = json.dumps([paragraph(CLAIM, key), paragraph(OTHER, "fine")])
    ArticlePage.objects.filter(pk=article.pk).update(body=body)
    links = soup(client.get(article.url)).select(".ask a")
    assert [link["href"] for link in links] == [f"/ask/{article.pk}/fine/"]


def test_previews_and_feeds_have_no_links(client, article):
    preview = article.make_preview_request()
    assert 'class="ask"' not in preview.content.decode()
    assert "Ask for a source" not in client.get("/feed/").content.decode()


def test_the_article_stays_without_cookies(client, article):
    response = client.get(article.url)
    assert not response.has_header("Set-Cookie")
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60"


@pytest.mark.parametrize("passages", [1, 3, 30])
def test_links_and_outcomes_cost_the_article_no_more_when_there_are_many(
    client, db, editor, django_assert_num_queries, passages
):
    texts = [f"Claim number {number} holds." for number in range(passages)]
    article = article_of(*(paragraph(text, f"b{n}") for n, text in enumerate(texts)))
    Site.clear_site_root_paths_cache()
    client.get(article.url)
    with CaptureQueriesContext(connection) as without:
        client.get(article.url)
    for number, text in enumerate(texts):
        request = ask(article, text, f"b{number}")
        source_requests.decide(request, RequestState.CITED, by=editor)
    with django_assert_num_queries(len(without)):
        page = soup(client.get(article.url))
    assert len(page.select(".ask")) == passages
    assert len(page.select(".readers-asked .result")) == passages


def test_outcomes_lead_to_the_sentence_only_while_it_stands(client, article, editor):
    request = ask(article, CLAIM)
    source_requests.decide(
        request, RequestState.DECLINED, by=editor, reason="<An> opinion."
    )
    asked = soup(client.get(article.url)).select_one("#readers-asked")
    assert asked.blockquote.get_text() == CLAIM
    assert "No source was added. <An> opinion." in asked.get_text()
    assert [link["href"] for link in asked.select("a")] == [f"#ask-{BLOCK}"]
    article = write(article, paragraph("Aspirin may prevent clots."))
    asked = soup(client.get(article.url)).select_one("#readers-asked")
    assert asked.blockquote.get_text() == CLAIM
    assert "this sentence is no longer in its place" in asked.get_text()
    assert asked.select("a") == []


# The form


def test_the_form_quotes_the_sentences_and_says_which_are_cited(client, db):
    reference = ReferenceFactory()
    mark = f'<a linktype="citation" id="{reference.pk}">[cite]</a>'
    article = article_of(paragraph(f"{CLAIM}{mark} {OTHER}"))
    form = soup(client.get(address(article)))
    labels = [label.get_text() for label in form.select(".choice label")]
    assert labels == [f"{CLAIM} (cites a source already)", OTHER]
    assert form.select("[type=radio][checked]") == []
    assert form.select_one("meta[name=robots]")["content"] == "noindex"


def test_the_only_sentence_is_chosen_already(client, db):
    article = article_of(paragraph(CLAIM))
    form = soup(client.get(address(article)))
    assert [radio["value"] for radio in form.select("[type=radio][checked]")] == [CLAIM]


def test_a_request_is_kept_and_the_reader_told(client, article):
    response = send(client, article, note="Which?", email="heron@example.org")
    kept = client.get(response.url)
    assert "Your request is kept" in kept.content.decode()
    assert "no-store" in kept["Cache-Control"]
    assert "no-store" in client.get(address(article))["Cache-Control"]
    request = SourceRequest.objects.get()
    assert (request.page_id, request.sentence) == (article.pk, CLAIM)
    asker = Asker.objects.get()
    assert (asker.note, asker.email) == ("Which?", "heron@example.org")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"sentence": ""}, "Please choose the sentence."),
        (
            {"sentence": "Elsewhere."},
            "The text has changed while you were here. Please choose again.",
        ),
        ({"email": "nonsense"}, "Enter a valid email address."),
        (
            {"note": "x" * 1001},
            "Ensure this value has at most 1000 characters (it has 1001).",
        ),
        ({"note": "a\x00b"}, "Null characters are not allowed."),
    ],
)
def test_bad_input_comes_back_with_what_was_written(client, article, data, message):
    response = send(client, article, **{"note": "My note", **data})
    assert (response.status_code, said(response)) == (400, [message])
    page = soup(response)
    assert page.title.get_text(" ", strip=True).startswith("Error:")
    links = [link["href"][1:] for link in page.select(".error-summary a")]
    assert [len(page.select(f"#{link}")) for link in links] == [1]
    if "note" not in data:
        assert page.textarea.get_text(strip=True) == "My note"
    assert SourceRequest.objects.count() == 0


def test_a_robot_that_fills_every_field_is_refused(client, article):
    response = send(client, article, website="https://example.org")
    assert response.status_code == 400
    assert SourceRequest.objects.count() == 0


@pytest.mark.parametrize("kind", ["missing", "forged", "old", "of another passage"])
def test_an_expired_form_comes_back_filled_in_and_can_be_sent(
    client, article, kind, monkeypatch
):
    stamps = {"missing": "", "forged": "1:2:3"}
    with monkeypatch.context() as past:
        if kind == "old":
            now = signing.time.time()
            past.setattr(signing.time, "time", lambda: now - STAMP_HOLDS - 5)
        value = stamps.get(kind, stamp(client, article))
    if kind == "of another passage":
        value = stamp(client, article_of(paragraph(CLAIM)))
    response = send(client, article, note="My note", stamp=value)
    page = soup(response)
    assert response.status_code == 400
    assert "open for a long time" in page.select_one(".error-summary").get_text()
    assert page.textarea.get_text(strip=True) == "My note"
    assert page.select_one("[type=radio][checked]")["value"] == CLAIM
    assert SourceRequest.objects.count() == 0
    again = send(client, article, stamp=page.select_one("[name=stamp]")["value"])
    assert again.status_code == 302


def test_one_reader_may_ask_so_often_and_another_still_may(client, article):
    for _ in range(limits.OF_ONE_READER):
        assert send(client, article).status_code == 302
    response = send(client, article, note="My note")
    assert response.status_code == 429
    assert soup(response).textarea.get_text(strip=True) == "My note"
    assert Asker.objects.count() == limits.OF_ONE_READER
    client.defaults["REMOTE_ADDR"] = "192.0.2.7"
    assert send(client, article).status_code == 302


def test_a_page_takes_so_many_from_all_and_keeps_no_address(client, article):
    for number in range(limits.ABOUT_ONE_PAGE):
        client.defaults["REMOTE_ADDR"] = f"192.0.2.{number}"
        assert send(client, article).status_code == 302
    client.defaults["REMOTE_ADDR"] = "198.51.100.1"
    assert send(client, article).status_code == 429
    assert [key for key in cache._cache if "192.0.2" in key] == []


# What takes none


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_unknown_passage_is_explained_on_a_404(client, article, method):
    response = getattr(client, method)(address(article, "no-such-block"))
    page = soup(response)
    assert response.status_code == 404
    assert page.h1.get_text(strip=True) == "This passage is not in the article"
    assert article.url in [link["href"] for link in page.select("main a")]


def test_drafts_private_pages_and_other_kinds_answer_404(client, article):
    restriction = PageViewRestriction.objects.create(
        page=article.get_parent(), restriction_type="login"
    )
    assert client.get(address(article)).status_code == 404
    restriction.delete()
    ArticlePage.objects.filter(pk=article.pk).update(live=False)
    assert client.get(address(article)).status_code == 404
    assert client.get(address(article.get_parent())).status_code == 404
    assert client.get(f"/ask/{10**30}/x/").status_code == 404


def test_a_post_needs_the_token_of_the_form(article, client):
    client.handler.enforce_csrf_checks = True
    response = client.post(address(article), {"sentence": CLAIM})
    assert response.status_code == 403
    assert SourceRequest.objects.count() == 0
