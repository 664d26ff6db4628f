"""Blocks of an author's profile."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class AffiliationBlock(blocks.StructBlock):
    """Where an author works: organisation, place and address on the web."""

    organisation = blocks.CharBlock(label=_("Organisation"), max_length=200)
    place = blocks.CharBlock(label=_("Place"), max_length=200, required=False)
    url = blocks.URLBlock(label=_("Website"), required=False)

    class Meta:
        icon = "group"
        label = _("Affiliation")
        label_format = "{organisation}"
        template = "blocks/affiliation.html"
        description = _("A practice, hospital or university, with its website.")
        preview_value = {
            "organisation": "Harbour Street Pain Practice",
            "place": "Elsewhere",
            "url": "https://example.org/",
        }


class BiographyBlock(blocks.StreamBlock):
    """A short biography in paragraphs."""

    paragraph = blocks.RichTextBlock(
        label=_("Paragraph"),
        features=["bold", "italic", "link"],
        description=_("A paragraph about the author’s work and training."),
        preview_value="<p>She has looked after people with long-lasting pain.</p>",
    )
