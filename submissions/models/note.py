"""What guest and editor write to each other."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from submissions.models.guest import Guest
from submissions.models.submission import Submission


class Note(models.Model):
    """A private note about a submission, from one side to the other.

    The name stays when the account of who wrote it is gone.
    """

    submission = models.ForeignKey(
        Submission,
        verbose_name=_("submission"),
        on_delete=models.CASCADE,
        related_name="notes",
    )
    text = models.TextField(_("text"))
    by_guest = models.ForeignKey(
        Guest,
        verbose_name=_("guest"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("editor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    writer_name = models.CharField(_("written by"), max_length=310)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["created_at", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(by_guest=None) | Q(by_user=None),
                name="note_from_one_side",
            )
        ]

    def __str__(self) -> str:
        """Give the first words."""
        return self.text[:80]
