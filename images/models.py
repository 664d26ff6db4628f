"""Pictures that say who made them and under which licence they may be shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition


class Licence(models.TextChoices):
    """Under which terms a picture may be printed."""

    OWN = "own", _("Own work")
    PERMISSION = "permission", _("With permission")
    PUBLIC_DOMAIN = "public-domain", _("Public domain")
    CC0 = "cc0", "CC0 1.0"
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"


class SiteImage(AbstractImage):
    """A picture with its credit, its licence and, for a patient, a consent record."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made it, as it should be printed below the picture."),
    )
    licence = models.CharField(
        _("licence"), max_length=20, choices=Licence.choices, blank=True
    )
    shows_patient = models.BooleanField(
        _("shows a recognisable patient"),
        default=False,
        help_text=_("A face, a tattoo, a rare injury: if in doubt, tick it."),
    )
    consent_record = models.CharField(
        _("consent record"),
        max_length=255,
        blank=True,
        help_text=_("Where the signed consent is kept, and its date. Never printed."),
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "licence",
        "shows_patient",
        "consent_record",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def obstacles(self) -> list[str]:
        """What still stands in the way of printing this picture, in words."""
        found = []
        if not self.credit:
            found.append(_("“%(title)s” has no credit.") % {"title": self.title})
        if not self.licence:
            found.append(_("“%(title)s” has no licence.") % {"title": self.title})
        if self.shows_patient and not self.consent_record:
            found.append(
                _("“%(title)s” shows a patient and has no consent record.")
                % {"title": self.title}
            )
        return found


class Rendition(AbstractRendition):
    """A picture in one of the sizes that pages show."""

    image = models.ForeignKey(
        SiteImage, related_name="renditions", on_delete=models.CASCADE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="one_rendition_per_picture_and_size",
            )
        ]
