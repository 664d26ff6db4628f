"""What articles are about, told to the library of their sources."""

from django.db.models import QuerySet

from blog.models import ArticlePage, TopicPage
from references.topics import Topics
from references.topics import register as register_topics


def _choices() -> QuerySet:
    topics = TopicPage.objects.live().public().order_by("title")
    return topics.values_list("slug", "title")


def _articles(slug: str) -> QuerySet[ArticlePage]:
    on_topic = TopicPage.objects.live().public().filter(slug=slug)
    return ArticlePage.objects.live().public().filter(topics__in=on_topic)


def register() -> None:
    """Tell the library how to ask for the topics of articles; called at start."""
    register_topics(Topics(choices=_choices, pages=_articles))
