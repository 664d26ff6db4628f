"""When a page is due for review again, and who sees to it."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class BroughtForward(models.TextChoices):
    """Why a page cannot wait for the day that was set at its review."""

    RETRACTION = "retraction", _("A source was retracted, withdrawn or questioned.")
    DEAD_SOURCE = "dead_source", _("The address of a source is dead.")
    READER_REQUESTS = "reader_requests", _("Readers asked for sources.")


class ReviewDateQuerySet(models.QuerySet["ReviewDate"]):
    """Review dates, chosen by what their pages are now."""

    def of_published(self):
        """Leave those of pages that readers see: drafts and withdrawn ones wait."""
        return self.filter(page__live=True)

    def due_by(self, on: date):
        """Leave those that are due on a day or were before."""
        return self.filter(due_on__lte=on)


class ReviewDate(models.Model):
    """The day a page is due for review: one row a page, set anew by each sign-off.

    While `brought_forward_at` is set, the page is an open task: something happened that
    a reviewer should look at, and nobody has signed since. Without a `responsible`
    person all editors are. `last_step` is the last reminder that went out.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="review_date"
    )
    due_on = models.DateField(_("review due"), db_index=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="review_dates",
    )
    reason = models.CharField(
        _("brought forward because"),
        max_length=20,
        choices=BroughtForward.choices,
        blank=True,
    )
    brought_forward_at = models.DateTimeField(
        _("brought forward"), null=True, blank=True
    )
    last_step = models.CharField(max_length=20, blank=True)
    reminded_on = models.DateField(_("last reminder"), null=True, blank=True)

    objects = ReviewDateQuerySet.as_manager()

    # Dates do not count as uses of a page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("review date")
        verbose_name_plural = _("review dates")
        ordering = ["due_on", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="review_brought_forward_for_a_reason",
                condition=Q(brought_forward_at=None, reason="")
                | (Q(brought_forward_at__isnull=False) & ~Q(reason="")),
            )
        ]

    def __str__(self) -> str:
        """Give the day."""
        return self.due_on.isoformat()

    @property
    def is_brought_forward(self) -> bool:
        """Whether something happened that a reviewer should look at."""
        return self.brought_forward_at is not None
