"""How this site reviews what it publishes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

# At most three years between two checks: NHS standard for creating health content.
MOST_MONTHS = 36


@register_setting(icon="clipboard-list")
class ReviewSettings(BaseSiteSetting):
    """When what was reviewed is due again."""

    review_months = models.PositiveSmallIntegerField(
        _("months until the next review"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
        help_text=_("At most 36. Counted from the day a reviewer signs."),
    )

    class Meta:
        verbose_name = _("review")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(review_months__range=(1, MOST_MONTHS)),
                name="review_due_within_three_years",
            )
        ]
