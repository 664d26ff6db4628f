"""A picture in running text."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from images.models import SiteImage


class FigureBlock(blocks.StructBlock):
    """A picture with its alternative text and caption."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.RichTextBlock(
        label=_("Caption"),
        features=["bold", "italic", "link", "citation"],
        required=False,
    )

    def clean(self, value):
        """Refuse, on publication, a picture without credit, licence or consent."""
        value = super().clean(value)
        image = value["image"]
        if image and not self.is_deferred_validation and image.obstacles:
            raise blocks.StructBlockValidationError(
                {"image": ValidationError(image.obstacles)}
            )
        return value

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/image.html"
        description = _("A picture with alternative text, caption, credit and licence.")
        label_format = _("Picture: {caption}")

    def get_preview_value(self):
        """Show the newest picture that may be printed."""
        newest = SiteImage.objects.exclude(credit="").order_by("-created_at").first()
        return self.normalize({"image": newest, "caption": ""})
