"""What a clinician signed, and what was published without a signature."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record


class SignOff(Record):
    """A named clinician's word that one state of a page was reviewed.

    It holds for the fingerprint alone: for a page that readers see otherwise it says
    when somebody last looked.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="sign_offs"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="sign_offs",
    )
    reviewer_name = models.CharField(_("reviewer"), max_length=255)
    # The version that was signed, for the admin's comparison; it may be purged.
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    fingerprint = models.CharField(max_length=64, db_index=True)
    digests = models.JSONField()
    checked = models.JSONField(_("what was checked"))
    remarks = models.TextField(_("remarks"), blank=True)
    signed_at = models.DateTimeField(_("signed"))
    review_due = models.DateField(_("next review due"))

    class Meta:
        verbose_name = _("sign-off")
        ordering = ["-signed_at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        """Give who signed, and when."""
        return f"{self.reviewer_name}, {self.signed_at:%Y-%m-%d}"


class UnsignedPublication(Record):
    """An administrator's reason for publishing a page that nobody signed."""

    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="unsigned_publications",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by_name = models.CharField(_("published by"), max_length=255)
    reason = models.TextField(_("reason"))
    fingerprint = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(_("published"))

    class Meta:
        verbose_name = _("publication without sign-off")
        verbose_name_plural = _("publications without sign-off")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        permissions = [("publish_unsigned", _("Can publish without sign-off"))]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""), name="unsigned_publication_has_reason"
            )
        ]

    def __str__(self) -> str:
        """Give who published, and why."""
        return f"{self.by_name}: {self.reason[:60]}"
