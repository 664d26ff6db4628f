"""The public library."""

import json

import pytest
from wagtail.models import PageViewRestriction

from blog.models import FurtherReading
from references import library
from references.models import Reference
from tests.factories.pages import ArticlePageFactory
from tests.factories.references import ReferenceFactory

ITEM = {
    "type": "article-journal",
    "title": "Sleep in <i>Ardea</i> & others",
    "author": [{"family": "Quill", "given": "Ada"}],
    "issued": {"date-parts": [[2023]]},
    "DOI": "10.5555/heron.1",
}


@pytest.fixture
def record(db):
    return library.add(ITEM, source="import")


@pytest.mark.parametrize("rows", [1, 3, 25])
def test_the_list_costs_the_same_for_any_number_of_rows(
    client, db, django_assert_num_queries, rows
):
    for _ in range(rows):
        ReferenceFactory()
    client.get("/references/")
    with django_assert_num_queries(5):
        html = client.get("/references/").content.decode()
    assert html.count('class="result reference"') == rows


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Herons", "Reeds"]),
        ("?q=herons", ["Herons"]),
        ("?q=nothing", []),
        ("?q=%22", []),
        ("?type=book", ["Reeds"]),
        ("?year_from=2015", ["Herons"]),
        ("?year_to=2010&q=reeds", ["Reeds"]),
        ("?standing=retracted", ["Reeds"]),
        ("?year_from=abc&type=none", ["Herons", "Reeds"]),
    ],
)
def test_readers_search_and_filter(client, db, query, titles):
    ReferenceFactory(title="Herons", issued="2020")
    ReferenceFactory(
        title="Reeds", csl_type="book", issued="2010", standing="retracted"
    )
    ReferenceFactory(title="Secret herons", live=False)
    html = client.get(f"/references/{query}").content.decode()
    found = [title for title in ("Herons", "Reeds", "Secret") if title in html]
    assert [title for title in found if title != "Secret"] == titles
    assert "Secret" not in html


@pytest.mark.parametrize("page", ["0", "99", "abc"])
def test_an_unknown_page_of_the_list_is_a_404(client, record, page):
    assert client.get(f"/references/?page={page}").status_code == 404


def test_a_record_shows_itself_its_standing_and_where_it_is_cited(client, record):
    open_page, closed = ArticlePageFactory(), ArticlePageFactory()
    for page in (open_page, closed):
        FurtherReading.objects.create(page=page, reference=record)
        page.save()
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    response = client.get(f"/references/{record.pk}/")
    html = response.content.decode()
    assert "Sleep in <i>Ardea</i> &amp; others" in html
    assert "Never checked" in html
    assert 'href="https://doi.org/10.5555/heron.1"' in html
    assert (open_page.title in html, closed.title in html) == (True, False)
    assert not response.has_header("Set-Cookie")
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60"


def test_a_draft_has_no_page(client, record):
    Reference.objects.update(live=False)
    assert client.get(f"/references/{record.pk}/").status_code == 404
    assert client.get(f"/references/{record.pk}/cite.ris").status_code == 404


@pytest.mark.parametrize(
    ("ending", "start"),
    [("ris", "TY  - JOUR"), ("bib", "@article{"), ("json", "[")],
)
def test_a_record_and_the_list_are_taken_away(client, record, ending, start):
    for address in (f"/references/{record.pk}/cite", "/references/export"):
        response = client.get(f"{address}.{ending}")
        assert response.content.decode().startswith(start)
        assert "attachment" in response["Content-Disposition"]


def test_what_is_taken_away_is_what_was_asked_for(client, record):
    ReferenceFactory(title="Reeds", csl_type="book")
    items = json.loads(client.get("/references/export.json?type=book").content)
    assert [item["title"] for item in items] == ["Reeds"]
