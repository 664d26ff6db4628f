"""Every address of the site; Wagtail's pages answer what is left."""

from csp.decorators import csp_replace
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from blog.corrections import AtomCorrections, RssCorrections
from blog.feeds import AtomFeed, RssFeed
from config import csp
from home.media import media
from references.sitemaps import ReferenceSitemap

SITEMAPS = {"pages": Sitemap, "references": ReferenceSitemap}

urlpatterns = [
    path(
        "admin/",
        include(
            decorate_urlpatterns(wagtailadmin_urls.urlpatterns, csp_replace(csp.ADMIN))
        ),
    ),
    path("ask/", include("editorial.urls")),
    path("comments/", include("comments.urls")),
    path("contribute/", include("submissions.urls")),
    path("corrections/feed/", RssCorrections(), name="corrections_feed"),
    path("corrections/feed.atom", AtomCorrections(), name="corrections_feed_atom"),
    path("documents/", include(wagtaildocs_urls)),
    path("feed/", RssFeed(), name="feed"),
    path("feed.atom", AtomFeed(), name="feed_atom"),
    path("references/", include("references.urls")),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("", include("home.urls")),
    path("media/<path:path>", media),
    path("", include("blog.urls")),
    path("", include(wagtail_urls)),
]

handler404 = "home.views.page_not_found"
handler500 = "home.views.server_error"
