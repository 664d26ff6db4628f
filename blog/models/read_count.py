"""How often an article was read, of which nothing more is kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadCount(models.Model):
    """How many reads of one article there were on one day."""

    page = models.ForeignKey(
        "blog.ArticlePage", on_delete=models.CASCADE, related_name="read_counts"
    )
    day = models.DateField(_("day"))
    reads = models.PositiveIntegerField(_("reads"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reads on a day")
        verbose_name_plural = _("reads by day")
        ordering = ["-day"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="reads_once_a_day")
        ]

    def __str__(self) -> str:
        """Give the day and the number."""
        return f"{self.day:%Y-%m-%d}: {self.reads}"
