"""Words that moderators use again and again."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CannedReply(models.Model):
    """A reason or an answer that is kept ready."""

    title = models.CharField(_("title"), max_length=100, unique=True)
    text = models.TextField(_("text"), max_length=2000)

    class Meta:
        verbose_name = _("canned reply")
        verbose_name_plural = _("canned replies")
        ordering = ["title"]

    def __str__(self) -> str:
        """Give the title."""
        return self.title
