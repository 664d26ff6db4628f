"""Articles with paragraphs, and what readers asked about them."""

import json

from blog.models import ArticlePage
from editorial import source_requests
from tests.factories.pages import ArticlePageFactory
from tests.factories.publishing import publish_draft

BLOCK = "0a1b2c3d-0000-4000-8000-000000000000"


def paragraph(text, block_id=BLOCK):
    """Give a paragraph as it is stored."""
    return {"type": "paragraph", "value": f"<p>{text}</p>", "id": block_id}


def write(article, *blocks):
    """Publish other blocks on an article, and give it anew."""
    page = ArticlePage.objects.get(pk=article.pk)
    page.body = json.dumps(blocks)
    publish_draft(page)
    return ArticlePage.objects.get(pk=article.pk)


def article_of(*blocks, **fields):
    """Give a published article of these blocks."""
    return write(ArticlePageFactory(**fields), *blocks)


def ask(article, sentence, block_id=BLOCK, **options):
    """Ask for a source as a reader does."""
    return source_requests.ask(
        page=article, block_id=block_id, sentence=sentence, **options
    )
