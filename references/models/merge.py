"""A record of two references that became one, from which it can be undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Merge(models.Model):
    """Two records of one work, of which one was kept.

    `absorbed` is the other one as it was (its fields as JSON, and its key);
    `kept_before` is the kept one before it; `rewrites` lists what was changed to point
    at the kept one: `{"model", "pk", "revision"}`.
    """

    kept = models.ForeignKey(
        "references.Reference",
        verbose_name=_("kept"),
        on_delete=models.CASCADE,
        related_name="merges",
    )
    absorbed_pk = models.BigIntegerField(_("key of the other"))
    absorbed = models.JSONField(_("the other as it was"))
    kept_before = models.JSONField(_("the kept one as it was"))
    rewrites = models.JSONField(_("what was rewritten"), default=list)
    merged_at = models.DateTimeField(_("merged"), auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        """Name the record that was kept."""
        return str(self.kept)
