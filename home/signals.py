"""Keeps addresses right: redirects after a change, and the site's own host."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.models import Site


def _sites(page):
    paths = page._get_relevant_site_root_paths(cache_object=page)
    return Site.objects.filter(pk__in=[root.site_id for root in paths])


def keep_old_address(instance, instance_before, **kwargs) -> None:
    """Redirect from the old address of a page that readers may have seen.

    Wagtail's own handler does so for drafts that nobody ever saw, too.
    """
    if instance.first_published_at is not None:
        create_redirects(instance, instance_before, sites=_sites(instance))


def follow_site_url(**kwargs) -> None:
    """Give the only site the host and port of `SITE_URL`."""
    parts = urlsplit(settings.SITE_URL)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if Site.objects.count() == 1:
        site = Site.objects.get()
        if (site.hostname, site.port) != (parts.hostname, port):
            site.hostname, site.port = parts.hostname or "localhost", port
            site.save()
