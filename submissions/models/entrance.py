"""How guests come in: a link that opens once, and the session that follows.

Of what a guest holds only a hash is stored, so that a copy of the database opens
nothing.
"""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from submissions.models.guest import Guest
from submissions.models.submission import Submission


class AccessLinkQuerySet(models.QuerySet["AccessLink"]):
    """Links, chosen by whether they still open."""

    def usable(self, at: datetime):
        """Leave those that nobody used and that have not expired."""
        return self.filter(used_at=None, expires_at__gt=at)


class AccessLink(models.Model):
    """A link in a mail, which opens once."""

    guest = models.ForeignKey(
        Guest, verbose_name=_("guest"), on_delete=models.CASCADE, related_name="links"
    )
    submission = models.ForeignKey(
        Submission,
        verbose_name=_("submission"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="links",
    )
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("sent"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    used_at = models.DateTimeField(_("used"), null=True, blank=True)

    objects = AccessLinkQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("link of a guest")
        verbose_name_plural = _("links of guests")
        default_permissions = ()

    def __str__(self) -> str:
        """Name whom it lets in."""
        return str(self.guest)


class GuestSessionQuerySet(models.QuerySet["GuestSession"]):
    """Sessions, chosen by whether they still hold."""

    def current(self, at: datetime):
        """Leave those that were not ended and have not expired."""
        return self.filter(revoked_at=None, expires_at__gt=at)


class GuestSession(models.Model):
    """A guest's stay in one browser; it is no session of an account."""

    guest = models.ForeignKey(
        Guest,
        verbose_name=_("guest"),
        on_delete=models.CASCADE,
        related_name="sessions",
    )
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("began"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = GuestSessionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("session of a guest")
        verbose_name_plural = _("sessions of guests")
        default_permissions = ()

    def __str__(self) -> str:
        """Name whose it is."""
        return str(self.guest)
