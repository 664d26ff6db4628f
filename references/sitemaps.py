"""The public library in the sitemap."""

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from references.models import Reference

MOST_AT_ONCE = 20_000


class ReferenceSitemap(Sitemap):
    """The published records, the newest first."""

    limit = MOST_AT_ONCE

    def items(self) -> QuerySet[Reference]:
        """Give the records with no more than their addresses need."""
        records = Reference.objects.live().order_by("-pk")
        return records.only("pk", "last_published_at")

    def lastmod(self, reference: Reference):
        """Give when a record last changed for readers, if that is known."""
        return reference.last_published_at
