"""The public library."""

import json
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from blog.models import FurtherReading
from references import exporting, library, merging
from references.formats import registry
from references.models import Reference
from tests.factories.pages import ArticlePageFactory, TopicPageFactory
from tests.factories.references import ReferenceFactory

ITEM = {
    "type": "article-journal",
    "title": "Sleep in <i>Ardea</i> & others",
    "author": [{"family": "Quill", "given": "Ada"}],
    "issued": {"date-parts": [[2023]]},
    "DOI": "10.5555/heron.1",
}


def text_of(response):
    return b"".join(response.streaming_content).decode()


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
    with django_assert_num_queries(8):
        html = client.get("/references/").content.decode()
    assert html.count('class="result reference"') == rows


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Herons", "Reeds"]),
        ("?q=herons", ["Herons"]),
        ("?q=hero", ["Herons"]),
        ("?q=nothing", []),
        ("?q=%22", []),
        ("?type=book", ["Reeds"]),
        ("?year_from=2015", ["Herons"]),
        ("?year_to=2010&q=reeds", ["Reeds"]),
        ("?standing=retracted", ["Reeds"]),
        ("?year_from=abc&type=none&topic=none", ["Herons", "Reeds"]),
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
        assert text_of(response).startswith(start)
        assert "attachment" in response["Content-Disposition"]


def test_what_is_taken_away_is_what_was_asked_for(client, record):
    ReferenceFactory(title="Reeds", csl_type="book")
    items = json.loads(text_of(client.get("/references/export.json?type=book")))
    assert [item["title"] for item in items] == ["Reeds"]


def used_in(article, reference):
    FurtherReading.objects.create(page=article, reference=reference)
    article.save()


def test_a_topic_lists_what_its_published_articles_use(client, db):
    topic, other = TopicPageFactory(), TopicPageFactory()
    titles = ["Herons", "Reeds", "Frogs", "Secret"]
    herons, reeds, _unused, secret = (ReferenceFactory(title=each) for each in titles)
    articles = [ArticlePageFactory(), ArticlePageFactory(), ArticlePageFactory(live=0)]
    for article, reference, about in zip(
        articles, [herons, reeds, secret], [topic, other, topic], strict=True
    ):
        article.topics.set([about])
        used_in(article, reference)
    html = client.get(f"/references/?topic={topic.slug}").content.decode()
    assert [title for title in titles if title in html] == ["Herons"]
    assert f'<option value="{topic.slug}" selected>{topic.title}</option>' in html


def test_a_retracted_source_is_said_to_be_so_and_by_whom(client, record):
    checked = datetime(2026, 3, 1, tzinfo=UTC)
    Reference.objects.update(
        standing="retracted",
        notice_doi="10.5555/notice",
        standing_sources=["Retraction Watch"],
        standing_checked_at=checked,
        standing_failure="Crossref did not answer.",
    )
    page = BeautifulSoup(client.get(f"/references/{record.pk}/").content, "html.parser")
    callout = page.select_one(".callout--warning")
    assert "Do not rely on this source" in callout.text
    assert callout.select_one('a[href="https://doi.org/10.5555/notice"]')
    facts = " ".join(page.select("dl.definitions dd")[-4].text.split())
    assert facts == "Retracted. Not checked since 1 March 2026 (Retraction Watch)"


def test_an_unchecked_source_is_never_called_clear(client, record):
    html = client.get(f"/references/{record.pk}/").content.decode()
    assert "Never checked" in html
    assert "Nothing is known against it" not in html


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("https://example.org/a?b=1&c=2", 1),
        ("javascript:alert(1)", 0),
        ("", 0),
    ],
)
def test_an_address_is_linked_when_it_is_one(client, record, address, links):
    Reference.objects.update(url=address)
    page = BeautifulSoup(client.get(f"/references/{record.pk}/").content, "html.parser")
    found = [link for link in page.select("dd a") if link["href"] == address]
    assert (len(found), "javascript:" in str(page.select("[href]"))) == (links, False)


def test_a_title_cannot_bring_markup(client, record):
    Reference.objects.update(title="<script>alert(1)</script> & <i>E. coli</i>")
    for path in (f"/references/{record.pk}/", "/references/"):
        assert "<script>alert" not in client.get(path).content.decode()


def test_a_merged_record_leads_to_the_one_that_was_kept(client, record):
    absorbed = ReferenceFactory(title="The same")
    key = absorbed.pk
    merge = merging.merge(record, absorbed)
    page = client.get(f"/references/{key}/")
    assert (page.status_code, page["Location"]) == (302, f"/references/{record.pk}/")
    file = client.get(f"/references/{key}/cite.txt?style=apa")
    assert file["Location"] == f"/references/{record.pk}/cite.txt?style=apa"
    merging.undo(merge, by=None)
    assert client.get(f"/references/{key}/").status_code == 200


@pytest.mark.parametrize(
    ("query", "start", "status"),
    [
        ("", "Quill A. Sleep in Ardea & others.", 200),
        ("?style=vancouver", "Quill A. Sleep in Ardea & others.", 200),
        ("?style=apa", "Quill, A. (2023).", 200),
        ("?style=unknown", "", 404),
    ],
)
def test_text_in_each_style(client, record, query, start, status):
    response = client.get(f"/references/{record.pk}/cite.txt{query}")
    assert response.status_code == status
    if status == 200:
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        assert text_of(response).startswith(start)


@pytest.mark.parametrize("format", registry.WRITERS)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_stream_is_what_is_written_at_once(db, format, count):
    references = [ReferenceFactory(title=f"Study\u2028{n}") for n in range(count)]
    items = [exporting.item(reference) for reference in references]
    assert "".join(exporting.stream(references, format)) == (
        registry.write(items, format)
    )


def test_a_long_list_is_cut_and_says_so(client, record, monkeypatch):
    monkeypatch.setattr("references.views.MOST_EXPORTED", 1)
    ReferenceFactory()
    assert "Take the first 1 away as" in client.get("/references/").content.decode()
    assert len(json.loads(text_of(client.get("/references/export.json")))) == 1


@pytest.mark.parametrize(
    "path", ["export.exe", "1/cite.exe", "999999/", f"{10**30}/", "1/cite."]
)
def test_what_is_not_there_is_a_404(client, db, path):
    assert client.get(f"/references/{path}").status_code == 404


@pytest.mark.parametrize(
    "query", ['"', "'", "a:b", "*", "NEAR(", "(", "sleep AND", "x" * 999, "\x00"]
)
def test_no_words_break_a_search(client, record, editor, query):
    client.force_login(editor)
    for path in (
        "/references/",
        "/references/export.ris",
        "/admin/snippets/references/reference/",
        "/admin/snippets/choose/references/reference/results/",
    ):
        assert client.get(path, {"q": query}).status_code == 200


def test_the_sitemap_names_published_records(client, record):
    draft = ReferenceFactory(live=False)
    xml = client.get("/sitemap.xml").content.decode()
    assert f"/references/{record.pk}/</loc>" in xml
    assert f"/references/{draft.pk}/</loc>" not in xml


def test_appraisals_say_what_is_known(client, record):
    value = {"finding": "Herons sleep.", "design": "cohort", "participants": 0}
    record.appraisals = [("appraisal", value)]
    record.save()
    page = BeautifulSoup(client.get(f"/references/{record.pk}/").content, "html.parser")
    words = " ".join(page.select_one(".appraisal").text.split())
    assert words == "Herons sleep. Design Cohort study Participants 0"
