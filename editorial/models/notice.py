"""What changed in a published page, and how the page read before."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record
from editorial.models.sign_off import SignOff


class NoticeKind(models.TextChoices):
    """What a change means to somebody who read the page before."""

    CORRECTION = "correction", _("Correction: something was wrong")
    CLARIFICATION = "clarification", _("Clarification: something was unclear")
    UPDATE = "update", _("Update: there is something new")
    MINOR = "minor", _("None of substance: the meaning is the same")
    WITHDRAWAL = "withdrawal", _("Withdrawal: the page should not be relied on")


class PublishedVersion(Record):
    """A page as readers saw it from `published_at` on, until the next version.

    `html` is what the page showed as its article, with its sources, frozen.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=255)
    html = models.TextField()
    fingerprint = models.CharField(max_length=64)
    published_at = models.DateTimeField(_("published"))

    class Meta:
        verbose_name = _("published version")
        ordering = ["number"]
        default_permissions = ("view",)
        permissions = [
            ("delete_published_page", _("Can delete pages that readers have seen"))
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "number"], name="version_number_once_per_page"
            )
        ]

    def __str__(self) -> str:
        """Give the title and the number."""
        return f"{self.title} ({self.number})"


class ChangeNotice(Record):
    """What changed in a published page, why, and who says so.

    `version` is the one that the change made, none for a withdrawal. A change without
    substance `keeps` the sign-off of what it changed.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="change_notices"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=NoticeKind.choices)
    what = models.TextField(_("what changed"))
    why = models.TextField(_("why"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by_name = models.CharField(_("by"), max_length=255)
    at = models.DateTimeField(_("date"))
    fingerprint = models.CharField(max_length=64, db_index=True)
    version = models.OneToOneField(
        PublishedVersion, null=True, on_delete=models.CASCADE, related_name="notice"
    )
    keeps = models.ForeignKey(
        SignOff, null=True, on_delete=models.CASCADE, related_name="kept_by"
    )

    class Meta:
        verbose_name = _("change notice")
        verbose_name_plural = _("change notices")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(why=""), name="notice_says_what_and_why"
            ),
            models.CheckConstraint(
                condition=Q(keeps__isnull=True) | Q(kind="minor"),
                name="only_minor_changes_keep_a_sign_off",
            ),
        ]

    def __str__(self) -> str:
        """Give the kind and what changed."""
        return f"{self.get_kind_display()} {self.what[:60]}"
