"""Published pages below the lists that every site has."""

import factory
from wagtail_factories import PageFactory

from authors.models import AuthorIndexPage, AuthorPage
from blog.models import ArticlePage, BlogIndexPage, TopicIndexPage, TopicPage


class AuthorPageFactory(PageFactory):
    """An author with a name."""

    class Meta:
        model = AuthorPage

    parent = factory.LazyFunction(AuthorIndexPage.objects.get)
    title = factory.Sequence(lambda n: f"Author {n}")
    slug = factory.Sequence(lambda n: f"author-{n}")


class TopicPageFactory(PageFactory):
    """A topic."""

    class Meta:
        model = TopicPage

    parent = factory.LazyFunction(TopicIndexPage.objects.get)
    title = factory.Sequence(lambda n: f"Topic {n}")
    slug = factory.Sequence(lambda n: f"topic-{n}")


class ArticlePageFactory(PageFactory):
    """A published article without a body."""

    class Meta:
        model = ArticlePage

    parent = factory.LazyFunction(BlogIndexPage.objects.get)
    title = factory.Sequence(lambda n: f"Article {n}")
    slug = factory.Sequence(lambda n: f"article-{n}")
