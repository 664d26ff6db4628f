"""A record of two references that became one, from which it can be undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Merge(models.Model):
    """Two records of one work, of which one was kept.

    `absorbed` is `{"name", "rows"}`: the other one, its revisions and its suspected
    pairs, as Django serialises them. `kept_before` is `{"pk", "before", "after"}`: the
    columns that the merge wrote in the kept one. `rewrites` is what `references.moving`
    changed to point at it.
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
    rewrites = models.JSONField(_("what was rewritten"), default=dict)
    merged_at = models.DateTimeField(_("merged"), auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        """Name the record that was kept."""
        return str(self.kept)

    @property
    def absorbed_name(self) -> str:
        """The other one by the words by which editors knew it."""
        return self.absorbed["name"]
