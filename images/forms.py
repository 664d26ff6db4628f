"""Forms that refuse to publish a picture before it may be printed."""

from django.forms import ModelChoiceField
from wagtail.admin.forms import WagtailAdminPageForm

from images.models import SiteImage


class PicturesPageForm(WagtailAdminPageForm):
    """A page's form that asks, on publication, for credit, licence and consent.

    Covers every picture that a field of the page chooses; those in a StreamField are
    checked by `images.blocks.FigureBlock`.
    """

    def clean(self):
        """Mark the fields whose picture has obstacles; drafts are left alone."""
        cleaned_data = super().clean()
        if self.is_deferred_validation:
            return cleaned_data
        for name, field in self.fields.items():
            if not isinstance(field, ModelChoiceField):
                continue
            image = cleaned_data.get(name)
            if isinstance(image, SiteImage) and image.obstacles:
                self.add_error(name, image.obstacles)
        return cleaned_data
