"""Citations on an article page."""

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex

from blog.models import ArticlePage
from references import uses
from tests.factories.references import ReferenceFactory


def paragraph(*references, key="x"):
    marks = "".join(
        f'<a linktype="citation" id="{reference.pk}">[x]</a>'
        for reference in references
    )
    return {"type": "paragraph", "id": key, "value": f"<p>Words{marks}.</p>"}


def write(article, body):
    article.body = json.dumps(body)
    article.save()


def test_marks_are_numbered_through_the_page_and_listed(client, article):
    first, second = ReferenceFactory(), ReferenceFactory()
    points = f'<p>Point<a linktype="citation" id="{second.pk}">[y]</a></p>'
    write(
        article,
        [
            {
                "type": "key_points",
                "id": "k",
                "value": {"title": "", "points": [points]},
            },
            paragraph(first, second),
        ],
    )
    html = client.get(article.url).content.decode()
    assert html.count('role="doc-noteref"') == 3
    assert html.index(f"{second.title}") < html.index(f"{first.title}")
    assert html.count('role="doc-backlink"') == 3


def test_the_number_of_queries_does_not_grow_with_the_citations(client, article):
    def queries(citations, sources):
        cited = [ReferenceFactory() for _ in range(sources)]
        body = [
            paragraph(cited[at % sources], cited[(at + 1) % sources], key=str(at))
            for at in range(0, citations, 2)
        ]
        write(article, body)
        client.get(article.url)
        with CaptureQueriesContext(connection) as captured:
            html = client.get(article.url).content.decode()
        assert html.count('class="reference"') == sources
        assert html.count('role="doc-backlink"') == citations
        return len(captured)

    assert queries(200, 120) == queries(2, 2)


def test_a_citation_counts_as_a_use(article):
    reference = ReferenceFactory()
    write(article, [paragraph(reference)])
    assert ReferenceIndex.get_references_to(reference).count() == 1
    assert [use.user.pk for use in uses.uses(reference)] == [article.pk]


def test_a_source_that_is_gone_leaves_the_text_readable(client, article):
    reference = ReferenceFactory()
    write(article, [paragraph(reference)])
    body = ArticlePage.objects.get().body.raw_data[0]["value"]
    reference.delete()
    assert "citation" in body
    html = client.get(article.url).content.decode()
    assert 'class="citation-missing"' in html
    assert "Words" in html
