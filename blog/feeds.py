"""Feeds of the newest articles."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from blog.models import ArticlePage, listed

ARTICLES_IN_FEED = 20


class RssFeed(Feed):
    """The newest articles as RSS 2.0."""

    title = _("Articles")
    link = "/articles/"
    description = _("The newest articles.")

    def get_object(self, request):
        """Give the site that the reader asked."""
        return Site.find_for_request(request)

    def items(self, site):
        """Give the newest articles of that site."""
        return listed().descendant_of(site.root_page)[:ARTICLES_IN_FEED]

    def item_title(self, item: ArticlePage) -> str:
        """Give the article's title."""
        return item.title

    def item_description(self, item: ArticlePage) -> str:
        """Give the article's summary."""
        return item.summary

    def item_link(self, item: ArticlePage) -> str:
        """Give the article's address."""
        return item.full_url

    def item_pubdate(self, item: ArticlePage):
        """Give when the article was first published."""
        return item.first_published_at

    def item_updateddate(self, item: ArticlePage):
        """Give when the article last changed."""
        return item.last_published_at


class AtomFeed(RssFeed):
    """The newest articles as Atom 1.0."""

    feed_type = Atom1Feed
    subtitle = RssFeed.description
