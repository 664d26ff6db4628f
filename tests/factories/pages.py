"""Published pages below the lists that every site has."""

import factory
from wagtail_factories import PageFactory

from authors.models import AuthorIndexPage, AuthorPage
from blog.models import ArticlePage, BlogIndexPage, TopicIndexPage, TopicPage
from editorial import publishing


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
    live = True
    title = factory.Sequence(lambda n: f"Article {n}")
    slug = factory.Sequence(lambda n: f"article-{n}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        """Publish on record that nobody signed it, as an administrator may."""
        live = kwargs.pop("live")
        page = super()._create(model_class, *args, live=False, **kwargs)
        if live:
            publishing.excuse(page, by=None, reason="It is for a test.")
            page.live = True
            page.has_unpublished_changes = False
            page.save()
        return page
