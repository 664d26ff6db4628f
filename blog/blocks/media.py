"""Blocks that lead elsewhere: a video that loads when asked, a file to take home."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock

from blog.embeds import player_url


class EmbedBlock(blocks.StructBlock):
    """A video elsewhere, of which nothing loads until the reader asks."""

    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    description = blocks.TextBlock(label=_("What it shows"), required=False)

    def get_context(self, value, parent_context=None):
        """Add the player's address, empty where only a link is possible."""
        context = super().get_context(value, parent_context=parent_context)
        context["player"] = player_url(value.get("url") or "")
        return context

    class Meta:
        icon = "media"
        label = _("Embed")
        label_format = "{title}"
        template = "blocks/embed.html"
        description = _("A video: a link until the reader chooses to load it.")
        preview_value = {
            "url": "https://vimeo.com/1",
            "title": "How an infusion works",
            "description": "",
        }


class DownloadBlock(blocks.StructBlock):
    """A file to take home."""

    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(label=_("Title"), max_length=200, required=False)

    class Meta:
        icon = "download"
        label = _("Download")
        label_format = "{title}"
        template = "blocks/download.html"
        description = _("A leaflet or form to keep, with its kind and size.")

    def get_preview_value(self):
        """Show the newest file that there is."""
        newest = get_document_model().objects.order_by("-created_at").first()
        return self.normalize({"document": newest, "title": ""})
