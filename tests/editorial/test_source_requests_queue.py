"""The editors' queue of requests for a source."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from accounts.roles import ADMINISTRATOR, CONTRIBUTOR, MEDICAL_REVIEWER, MODERATOR
from editorial import source_requests
from editorial.models import RequestState, SourceRequest
from tests.conftest import make_user
from tests.factories.editorial import BLOCK, article_of, ask, paragraph, write

CLAIM = "Aspirin prevents clots."
OTHER = "It was first sold in 1899."
QUEUE = "/admin/source-requests/"
QUERIES = 16


@pytest.fixture
def article(db):
    return article_of(paragraph(f"{CLAIM} {OTHER}"))


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def rows(client, **filters):
    page = soup(client.get(QUEUE, filters))
    return [link.get_text() for link in page.select("table.listing th.title a")]


def address(request):
    return reverse("editorial_source_request", args=[request.pk])


def test_what_waits_comes_first_with_the_number_of_readers(signed_in, article, editor):
    decided = ask(article, OTHER)
    source_requests.decide(decided, RequestState.CITED, by=editor)
    ask(article, CLAIM)
    ask(article, CLAIM)
    page = soup(signed_in.get(QUEUE))
    cells = [
        [" ".join(cell.get_text().split()) for cell in row.select("th, td")]
        for row in page.select("table.listing tbody tr")
    ]
    assert [(row[0], row[1], row[2]) for row in cells] == [
        (CLAIM, article.title, "2 readers"),
        (OTHER, article.title, "1 reader"),
    ]
    counts = [item.get_text(strip=True) for item in page.select("nav li a")]
    for label in ("Waiting (1)", "Source cited (1)", "Declined (0)"):
        assert label in counts


def test_the_queue_is_filtered_by_state_and_page(signed_in, article, editor):
    another = article_of(paragraph(CLAIM))
    source_requests.decide(ask(article, OTHER), RequestState.REMOVED, by=editor)
    ask(article, CLAIM)
    ask(another, CLAIM)
    assert rows(signed_in, state="removed") == [OTHER]
    assert rows(signed_in, state="cited") == []
    assert rows(signed_in, page=another.pk) == [CLAIM]
    assert rows(signed_in, page=article.pk, state="waiting") == [CLAIM]


def test_the_queue_says_where_the_text_has_changed(signed_in, article):
    request = ask(article, CLAIM)
    words = "this sentence is no longer in its place"
    for url in (QUEUE, address(request)):
        assert words not in signed_in.get(url).content.decode()
    write(article, paragraph("Aspirin may prevent clots."))
    for url in (QUEUE, address(request)):
        assert words in signed_in.get(url).content.decode()


@pytest.mark.parametrize("count", [1, 3, 9])
def test_the_queue_takes_the_same_queries_for_any_number(
    signed_in, db, django_assert_num_queries, count
):
    signed_in.get(QUEUE)
    for _ in range(count):
        ask(article_of(paragraph(CLAIM)), CLAIM)
    signed_in.get(QUEUE)
    with django_assert_num_queries(QUERIES):
        assert rows(signed_in) == [CLAIM] * count


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_queue_can_be_exported(signed_in, article, ending):
    ask(article, CLAIM)
    response = signed_in.get(QUEUE, {"export": ending})
    body = b"".join(response.streaming_content)
    assert response.status_code == 200
    assert body.count(CLAIM.encode()) == (1 if ending == "csv" else 0)


def test_a_request_shows_notes_but_no_address_and_leads_to_the_block(
    signed_in, article
):
    request = ask(article, CLAIM, note="<b>Which?</b>", email="heron@example.org")
    ask(article, CLAIM)
    response = signed_in.get(address(request))
    html = response.content.decode()
    assert "&lt;b&gt;Which?&lt;/b&gt;" in html
    assert "heron@example.org" not in html
    assert "1 of them will be told by mail." in html
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    links = [link["href"] for link in soup(response).select("main a")]
    assert f"{edit}#:w:contentpath=body.{BLOCK}" in links


def test_a_decision_is_taken_in_the_admin(signed_in, article, editor):
    request = ask(article, CLAIM)
    data = {"outcome": "declined", "reason": ""}
    refused = signed_in.post(address(request), data)
    assert "Tell readers why no source is added." in refused.content.decode()
    assert SourceRequest.objects.get().state == "waiting"
    response = signed_in.post(address(request), {**data, "reason": "An opinion."})
    assert (response.status_code, response.url) == (302, QUEUE)
    request.refresh_from_db()
    assert (request.state, request.reason, request.decided_by) == (
        "declined",
        "An opinion.",
        editor,
    )
    again = signed_in.post(address(request), {"outcome": "cited"})
    assert again.status_code == 200
    request.refresh_from_db()
    assert request.state == "declined"


@pytest.mark.parametrize("data", [{}, {"outcome": "waiting"}, {"outcome": "nonsense"}])
def test_an_outcome_must_be_one_of_the_four(signed_in, article, data):
    request = ask(article, CLAIM)
    assert signed_in.post(address(request), data).status_code == 200
    request.refresh_from_db()
    assert request.state == "waiting"


@pytest.mark.parametrize("role", [MODERATOR, CONTRIBUTOR, MEDICAL_REVIEWER])
def test_other_roles_see_and_decide_nothing(client, article, role):
    request = ask(article, CLAIM)
    client.force_login(make_user("other", role))
    for url in (QUEUE, f"{QUEUE}results/", address(request)):
        assert client.get(url).status_code == 302
    client.post(address(request), {"outcome": "cited"})
    request.refresh_from_db()
    assert request.state == "waiting"
    assert QUEUE not in client.get("/admin/").content.decode()


def test_an_administrator_decides_too(client, article):
    client.force_login(make_user("head", ADMINISTRATOR))
    ask(article, CLAIM)
    assert rows(client) == [CLAIM]
    assert QUEUE in client.get("/admin/").content.decode()
