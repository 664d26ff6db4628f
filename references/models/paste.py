"""What an editor pasted, kept until each part of it is settled."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Paste(models.Model):
    """A text or a file as it was given, so that nothing typed is lost."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pasted by"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    filename = models.CharField(_("file"), max_length=255, blank=True)
    created_at = models.DateTimeField(_("pasted"), auto_now_add=True)

    class Meta:
        verbose_name = _("pasted references")
        verbose_name_plural = _("pasted references")
        ordering = ["-created_at"]
        default_permissions = ()

    def __str__(self) -> str:
        """Name the file, or the moment."""
        return self.filename or f"{self.created_at:%Y-%m-%d %H:%M}"


class PasteEntry(models.Model):
    """One reference of what was pasted: how it was read, and what was found.

    `findings` are records that look-ups gave, the best first: `{"item", "source",
    "sources", "is_certain", "reasons"}`; a certain one was asked for by its identifier.
    """

    class State(models.TextChoices):
        """How far the look-up came."""

        WAITING = "waiting", _("Not looked up yet")
        FOUND = "found", _("Found")
        OFFERED = "offered", _("May be one of these")
        NOTHING = "nothing", _("Nothing was found")
        FAILED = "failed", _("Could not be looked up")
        UNREADABLE = "unreadable", _("Could not be read")

    paste = models.ForeignKey(Paste, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField()
    place = models.CharField(max_length=255)
    raw = models.TextField()
    item = models.JSONField(default=dict)
    state = models.CharField(
        max_length=12, choices=State.choices, default=State.WAITING
    )
    findings = models.JSONField(default=list)
    failure = models.TextField(blank=True)
    reference = models.ForeignKey(
        "references.Reference",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_settled = models.BooleanField(default=False)

    # To have been pasted is no use that would keep a record from being deleted.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["paste", "position"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["paste", "position"], name="one_entry_per_position"
            )
        ]

    def __str__(self) -> str:
        """Give the first words of what was typed."""
        return self.raw[:60]
