"""What a reader says is wrong with a comment."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment


class ReportReason(models.TextChoices):
    """What may be wrong with a comment."""

    PERSONAL_DATA = "personal_data", _("It tells who somebody is")
    DANGEROUS = "dangerous", _("Its advice could harm somebody")
    WORRYING = "worrying", _("I worry about the person who wrote it")
    UNKIND = "unkind", _("It insults or threatens somebody")
    SPAM = "spam", _("It is advertising")
    UNLAWFUL = "unlawful", _("It breaks the law")
    OTHER = "other", _("Something else")


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports by whether somebody looked at them."""

    def open(self) -> "ReportQuerySet":
        """Leave those that nobody settled."""
        return self.filter(settled_at=None)


class Report(models.Model):
    """A reader's report about a comment, whatever had been decided about it."""

    comment = models.ForeignKey(
        Comment,
        verbose_name=_("comment"),
        on_delete=models.CASCADE,
        related_name="reports",
    )
    reason = models.CharField(_("reason"), max_length=20, choices=ReportReason.choices)
    detail = models.TextField(_("detail"), blank=True)
    address_hash = models.CharField(_("hash of the address"), max_length=64, blank=True)
    made_at = models.DateTimeField(_("made"), auto_now_add=True, db_index=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ReportQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("report of a comment")
        verbose_name_plural = _("reports of comments")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="comment_report_settled_by_somebody",
                condition=Q(settled_by=None) | Q(settled_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        """Give the reason in words."""
        return str(ReportReason(self.reason).label)
