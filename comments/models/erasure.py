"""That something was erased; never what."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ErasureKind(models.TextChoices):
    """Why something was erased."""

    BY_WRITER = "by_writer", _("A writer asked for it")
    RETENTION = "retention", _("It was not approved in time")
    ADDRESSES = "addresses", _("Hashes of addresses grew old")
    FOLLOWINGS = "followings", _("An address was never confirmed")


class Erasure(models.Model):
    """A line of the register of erasures: when, why and how many rows."""

    made_at = models.DateTimeField(_("made"), auto_now_add=True, db_index=True)
    kind = models.CharField(_("kind"), max_length=12, choices=ErasureKind.choices)
    rows = models.PositiveIntegerField(_("rows"))

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        default_permissions = ("view",)
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        """Give kind and number."""
        return f"{self.get_kind_display()}: {self.rows}"
