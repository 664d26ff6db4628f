"""Two records that may be of one work."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SuspectedPair(models.Model):
    """Two records that look alike, until they are merged or told apart.

    `first` has the smaller key. A pair that somebody dismissed stays, so that it is
    never suspected again; one that was merged goes with the record that was absorbed.
    """

    class State(models.TextChoices):
        """What an editor said about it."""

        OPEN = "open", _("To be looked at")
        DISMISSED = "dismissed", _("Different works")

    first = models.ForeignKey(
        "references.Reference", on_delete=models.CASCADE, related_name="+"
    )
    second = models.ForeignKey(
        "references.Reference", on_delete=models.CASCADE, related_name="+"
    )
    score = models.FloatField(_("likeness"))
    reasons = models.JSONField(_("why"), default=list)
    is_certain = models.BooleanField(_("certain"), default=False)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OPEN
    )
    found_at = models.DateTimeField(_("found"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("suspected pair")
        verbose_name_plural = _("suspected pairs")
        ordering = ["-is_certain", "-score", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="one_row_per_suspected_pair"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="suspected_pair_in_order"
            ),
        ]

    def __str__(self) -> str:
        """Name both records."""
        return f"{self.first} / {self.second}"
