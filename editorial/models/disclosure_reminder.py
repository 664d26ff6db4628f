"""That an author was asked to declare their interests again."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DisclosureReminder(models.Model):
    """The one mail about a disclosure that soon holds no more."""

    disclosure = models.OneToOneField(
        "authors.Disclosure", on_delete=models.CASCADE, related_name="reminder"
    )
    sent_on = models.DateField(_("sent"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reminder of a disclosure")
        verbose_name_plural = _("reminders of disclosures")
        default_permissions = ()

    def __str__(self) -> str:
        """Give the day."""
        return self.sent_on.isoformat()
