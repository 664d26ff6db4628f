"""What pages were made from, so that nothing is brought in twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Original(models.Model):
    """A manuscript or a post elsewhere, and the page that it became.

    `key` names it for good: a file by its content, a post by its site and number.
    """

    key = models.CharField(_("key"), max_length=255, unique=True)
    name = models.CharField(_("name"), max_length=255, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    imported_at = models.DateTimeField(_("brought in"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("original")
        verbose_name_plural = _("originals")
        default_permissions = ()

    def __str__(self) -> str:
        """Give its name, or its key where it has none."""
        return self.name or self.key
