"""What readers see of a page now, in one short value."""

from datetime import datetime

from django.db import models
from django.utils import timezone


class LiveFingerprintQuerySet(models.QuerySet["LiveFingerprint"]):
    """What was noted of pages."""

    def note(self, page_id: int, fingerprint: str, at: datetime | None = None) -> bool:
        """Keep what readers see of a page; tell whether that is something new."""
        noted, is_new = self.get_or_create(
            page_id=page_id,
            defaults={"fingerprint": fingerprint, "changed_at": at or timezone.now()},
        )
        if is_new or noted.fingerprint == fingerprint:
            return is_new
        noted.fingerprint, noted.changed_at = fingerprint, at or timezone.now()
        noted.save(update_fields=["fingerprint", "changed_at"])
        return True


class LiveFingerprint(models.Model):
    """The fingerprint of a published page, and since when it is this one.

    Kept so that lists can tell in one query which pages nobody signed as they are;
    pages themselves never rely on it.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="live_fingerprint"
    )
    fingerprint = models.CharField(max_length=64)
    changed_at = models.DateTimeField()

    objects = LiveFingerprintQuerySet.as_manager()

    # What is noted of a page does not count as a use of it.
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        """Give the page's key and the day."""
        return f"{self.page_id}, {self.changed_at:%Y-%m-%d}"
