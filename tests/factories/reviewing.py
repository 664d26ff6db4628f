"""Articles that were signed off on some day."""

from datetime import UTC, date, datetime

from django.contrib.auth import get_user_model

from editorial import review
from tests.factories.pages import ArticlePageFactory


def noon(day):
    """Give the middle of a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def sign(page, day=date(2025, 3, 10)):
    """Record that a reviewer signed a page on a day; it is due again 24 months on."""
    reviewer, _ = get_user_model().objects.get_or_create(username="reviewer")
    return review.record(page, reviewer=reviewer, checked=["claims"], at=noon(day))


def signed_article(day=date(2025, 3, 10), responsible=None, **fields):
    """Give a published article that was signed on a day."""
    article = ArticlePageFactory(owner=responsible, **fields)
    sign(article, day)
    return article
