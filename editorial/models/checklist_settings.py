"""What on the checklist keeps a page of a site from publication, and what advises."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from editorial.checklist import RULES, SETTABLE, Severity


class SeverityChoice(models.TextChoices):
    """What a rule may do, as a person chooses it."""

    BLOCK = Severity.BLOCK.value, _("Keeps from publication")
    ADVISE = Severity.ADVISE.value, _("Advises")
    OFF = Severity.OFF.value, _("Off")


def _severity_of(name: str) -> models.CharField:
    rule = RULES[name]
    return models.CharField(
        rule.label,
        max_length=10,
        choices=SeverityChoice.choices,
        default=rule.severity.value,
        help_text=rule.explanation,
    )


@register_setting(icon="tasks")
class ChecklistSettings(BaseSiteSetting):
    """How much each rule of the checklist matters on a site."""

    summary = _severity_of("summary")
    disclosures = _severity_of("disclosures")
    alternative_texts = _severity_of("alternative_texts")
    picture_rights = _severity_of("picture_rights")
    retracted_sources = _severity_of("retracted_sources")
    questioned_sources = _severity_of("questioned_sources")
    dead_sources = _severity_of("dead_sources")
    uncited_claims = _severity_of("uncited_claims")
    relative_risks = _severity_of("relative_risks")
    long_sentences = _severity_of("long_sentences")
    readability = _severity_of("readability")
    headings = _severity_of("headings")
    links = _severity_of("links")

    panels = [
        MultiFieldPanel(
            list(SETTABLE),
            _("What the checklist of the editor makes of each finding"),
        )
    ]

    class Meta:
        verbose_name = _("checklist")
        constraints = [
            models.CheckConstraint(
                condition=models.Q((f"{name}__in", SeverityChoice.values)),
                name=f"checklist_{name}_known",
            )
            for name in SETTABLE
        ]

    @property
    def severities(self) -> dict[str, Severity]:
        """The severity of each rule by its name."""
        return {name: Severity(getattr(self, name)) for name in SETTABLE}
