"""Feeds of the newest articles, each with its whole text and its references."""

from dataclasses import dataclass
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from blog.feed_content import portable
from blog.metadata import publisher
from blog.models import ArticlePage, listed
from blog.text import Text, texts_of
from references.citing.settings import style_for
from references.citing.styles import Style
from references.markup import fold

ARTICLES_IN_FEED = 20


@dataclass(frozen=True)
class Channel:
    """The site whose feed is asked for, and by which request."""

    site: Site
    request: HttpRequest


@dataclass(frozen=True)
class Entry:
    """An article of a feed with its text and its address."""

    article: ArticlePage
    text: Text
    style: Style
    url: str

    @property
    def content(self) -> str:
        """The whole article as HTML that stands by itself."""
        context = {"page": self.article, "text": self.text, "style": self.style}
        return portable(render_to_string("blog/feed_content.html", context), self.url)

    @property
    def authors(self) -> list[str]:
        """The names in the byline, in their order."""
        return [byline.author.title for byline in self.article.authorships.all()]


class _Rss(Rss201rev2Feed):
    """RSS 2.0 with the extensions for whole texts and for several authors."""

    def rss_attributes(self):
        names = {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }
        return super().rss_attributes() | names

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("content:encoded", item["content"])


class _Atom(Atom1Feed):
    """Atom 1.0 with whole texts and several authors."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        handler.addQuickElement("content", item["content"], {"type": "html"})


class RssFeed(Feed):
    """The newest articles as RSS 2.0."""

    feed_type: type[SyndicationFeed] = _Rss
    description = _("The newest articles.")

    def get_object(self, request):
        """Give the site that the reader asked."""
        site = Site.find_for_request(request)
        if site is None:
            raise Site.DoesNotExist
        return Channel(site, request)

    def title(self, channel: Channel) -> str:
        """Give the name of the publisher."""
        return fold(publisher(channel.request))

    def link(self, channel: Channel) -> str:
        """Give the address of the site."""
        return f"{channel.site.root_url}/"

    def feed_url(self, channel: Channel) -> str:
        """Give the feed's own address."""
        return f"{channel.site.root_url}{channel.request.path}"

    def items(self, channel: Channel) -> list[Entry]:
        """Give the newest articles of that site, in a fixed number of queries."""
        newest = listed().descendant_of(channel.site.root_page)[:ARTICLES_IN_FEED]
        articles = list(newest)
        style = style_for(channel.request)
        texts = texts_of(articles, channel.request, style)
        return [
            Entry(article, text, style, article.get_full_url(channel.request))
            for article, text in zip(articles, texts, strict=True)
        ]

    def item_title(self, item: Entry) -> str:
        """Give the article's title."""
        return fold(item.article.title)

    def item_description(self, item: Entry) -> str:
        """Give the article's summary."""
        return fold(item.article.summary)

    def item_link(self, item: Entry) -> str:
        """Give the article's address."""
        return item.url

    def item_categories(self, item: Entry) -> list[str]:
        """Give the article's topics."""
        return [fold(topic.title) for topic in item.article.topics.all()]

    def item_pubdate(self, item: Entry):
        """Give when the article was first published."""
        return item.article.first_published_at

    def item_updateddate(self, item: Entry):
        """Give when the article last changed."""
        return item.article.last_published_at

    def item_extra_kwargs(self, item: Entry) -> dict[str, Any]:
        """Give the authors and the whole text."""
        authors = [fold(name) for name in item.authors]
        return {"authors": authors, "content": item.content}


class AtomFeed(RssFeed):
    """The newest articles as Atom 1.0."""

    feed_type = _Atom
    subtitle = RssFeed.description
