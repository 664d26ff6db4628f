"""How a site takes comments, and which help it shows to somebody in despair."""

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable


class ShowAtOnce(models.TextChoices):
    """Whose comments show before a moderator read them."""

    NOBODY = "nobody", _("Nobody’s")
    TRUSTED = "trusted", _("Those of trusted writers")


@register_setting(icon="comment")
class CommentSettings(ClusterableModel, BaseSiteSetting):
    """How a site takes comments."""

    show_at_once = models.CharField(
        _("whose comments show at once"),
        max_length=10,
        choices=ShowAtOnce.choices,
        default=ShowAtOnce.NOBODY,
        help_text=_(
            "A trusted writer confirms an address by mail each time, and has had "
            "comments from it approved before. What the checks find is held all the "
            "same."
        ),
    )
    trusted_after = models.PositiveSmallIntegerField(
        _("approved comments that make a writer trusted"),
        default=3,
        validators=[MinValueValidator(1)],
    )
    close_after_days = models.PositiveSmallIntegerField(
        _("close comments after days"),
        default=0,
        help_text=_("Counted from the last publication of a page; 0 is never."),
    )
    reply_depth = models.PositiveSmallIntegerField(
        _("levels of replies shown one below another"),
        default=4,
        help_text=_("Deeper ones stand beside and say what they answer."),
    )
    noindex = models.BooleanField(_("keep comments from search engines"), default=False)
    retention_days = models.PositiveSmallIntegerField(
        _("days to keep what was not approved"),
        default=90,
        validators=[MinValueValidator(1)],
        help_text=_("Then text, name and e-mail are erased."),
    )

    panels = [
        MultiFieldPanel(
            ["show_at_once", "trusted_after", "close_after_days", "reply_depth"],
            _("Taking and showing"),
        ),
        MultiFieldPanel(["noindex", "retention_days"], _("Privacy")),
        InlinePanel(
            "crisis_help",
            heading=_("Help for somebody in despair"),
            help_text=_(
                "Shown to a writer whose words worry us. Try each number once a year "
                "and change its date."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("comments")
        constraints = [
            models.CheckConstraint(
                name="comments_show_at_once_known",
                condition=models.Q(show_at_once__in=ShowAtOnce.values),
            )
        ]


class CrisisHelp(Orderable):
    """Whom somebody in despair can call or write to, in one country."""

    settings = ParentalKey(
        CommentSettings, on_delete=models.CASCADE, related_name="crisis_help"
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[RegexValidator("^[A-Z]{2}$", _("Two capital letters."))],
        help_text=_("Two letters, such as GB; empty is for every country."),
    )
    text = models.CharField(
        _("who helps"),
        max_length=255,
        help_text=_("Such as “Samaritans, day and night, free of charge”."),
    )
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    emergency = models.CharField(
        _("emergency number of the country"), max_length=20, blank=True
    )
    link = models.URLField(_("address on the web"), blank=True)
    checked_on = models.DateField(
        _("tried on"),
        null=True,
        blank=True,
        help_text=_("When somebody last tried it."),
    )

    panels = [
        FieldPanel("country"),
        FieldPanel("text"),
        FieldPanel("phone"),
        FieldPanel("emergency"),
        FieldPanel("link"),
        FieldPanel("checked_on"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("help for somebody in despair")
        verbose_name_plural = _("help for somebody in despair")
        constraints = [
            models.CheckConstraint(
                name="crisis_help_can_be_reached",
                condition=~models.Q(phone="", link=""),
                violation_error_message=_("Give a telephone number or an address."),
            )
        ]

    def __str__(self) -> str:
        """Give who helps."""
        return self.text
