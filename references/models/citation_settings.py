"""How a site prints its citations."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from references.citing.styles import Style


class CitationStyle(models.TextChoices):
    """The styles, as an editor chooses among them."""

    AMA = Style.AMA.value, _("AMA: raised numbers, such as text¹")
    VANCOUVER = Style.VANCOUVER.value, _("Vancouver: numbers in brackets, as (1)")
    APA = Style.APA.value, _("APA: author and year, such as (Quill, 2023)")


@register_setting(icon="openquote")
class CitationSettings(BaseSiteSetting):
    """The style of marks and lists of references on every page of a site."""

    style = models.CharField(
        _("style"),
        max_length=20,
        choices=CitationStyle.choices,
        default=CitationStyle.AMA,
        help_text=_(
            "How citations and lists of references are printed, on every page at once. "
            "No text is changed: you can go back at any time."
        ),
    )

    panels = ["style"]

    class Meta:
        verbose_name = _("citations")
