"""The feed of corrections: what became of articles that somebody may have read."""

from dataclasses import dataclass
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import Q
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from blog.metadata import publisher
from blog.models import ArticlePage
from editorial import notices
from references.markup import fold

NOTICES_IN_FEED = 50


@dataclass(frozen=True)
class Channel:
    """The site whose feed is asked for, and by which request."""

    site: Site
    request: HttpRequest


@dataclass(frozen=True)
class Item:
    """A notice with the address at which its article, or what changed, is read."""

    notice: Any
    title: str
    url: str
    key: str


class RssCorrections(Feed):
    """Corrections, clarifications, updates and withdrawals as RSS 2.0."""

    description = gettext_lazy("What changed in articles after they were published.")

    def get_object(self, request):
        """Give the site that the reader asked."""
        site = Site.find_for_request(request)
        if site is None:
            raise Site.DoesNotExist
        return Channel(site, request)

    def title(self, channel: Channel) -> str:
        """Name the site."""
        return fold(_("Corrections – %(site)s") % {"site": publisher(channel.request)})

    def link(self, channel: Channel) -> str:
        """Give the address of the site."""
        return f"{channel.site.root_url}/"

    def feed_url(self, channel: Channel) -> str:
        """Give the feed's own address."""
        return f"{channel.site.root_url}{channel.request.path}"

    def items(self, channel: Channel) -> list[Item]:
        """Give the newest notices about public articles, in one query."""
        articles = (
            ArticlePage.objects.public()
            .descendant_of(channel.site.root_page)
            .filter(Q(live=True) | notices.withdrawn())
        )
        newest = notices.published(articles, notices.OF_SUBSTANCE)[:NOTICES_IN_FEED]
        return [_item(notice, channel.request) for notice in newest]

    def item_title(self, item: Item) -> str:
        """Give the kind of change and the article's title."""
        return fold(item.title)

    def item_description(self, item: Item) -> str:
        """Give what changed, and why."""
        said = (item.notice.what, _("Why: %(why)s") % {"why": item.notice.why})
        return "\n".join(fold(text) for text in said)

    def item_link(self, item: Item) -> str:
        """Give where the change, or the withdrawal, is read."""
        return item.url

    def item_guid(self, item: Item) -> str:
        """Give what stays the same, whatever becomes of the article."""
        return item.key

    item_guid_is_permalink = False

    def item_pubdate(self, item: Item):
        """Give when readers were told."""
        return item.notice.at

    def item_updateddate(self, item: Item):
        """Give the same: notices do not change."""
        return item.notice.at


class AtomCorrections(RssCorrections):
    """Corrections, clarifications, updates and withdrawals as Atom 1.0."""

    feed_type = Atom1Feed
    subtitle = RssCorrections.description


def _item(notice, request: HttpRequest) -> Item:
    address = notice.page.get_full_url(request)
    version = notice.version
    kind = notices.label(notice.kind)
    return Item(
        notice,
        title=f"{kind}: {notice.page.title}",
        url=f"{address}versions/{version.number}/changes/" if version else address,
        key=f"{address}#notice-{notice.pk}",
    )
