"""Blocks that set things side by side: options and tables."""

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from blog import merged_cells
from blog.features import INLINE, TEXT


class OptionBlock(blocks.StructBlock):
    """One way of doing it."""

    name = blocks.CharBlock(label=_("Name"), max_length=150)
    description = blocks.RichTextBlock(
        label=_("What it is"), features=TEXT, required=False
    )
    benefits = blocks.ListBlock(
        blocks.RichTextBlock(features=INLINE), label=_("Benefits"), default=[]
    )
    drawbacks = blocks.ListBlock(
        blocks.RichTextBlock(features=INLINE), label=_("Drawbacks"), default=[]
    )

    class Meta:
        label = _("Option")
        label_format = "{name}"


class OptionsBlock(blocks.StructBlock):
    """Several ways of doing the same, each with benefits and drawbacks."""

    title = blocks.CharBlock(label=_("Title"), max_length=200, required=False)
    options = blocks.ListBlock(OptionBlock(), label=_("Options"), min_num=2)

    class Meta:
        icon = "table"
        label = _("Options compared")
        label_format = "{title}"
        template = "blocks/options.html"
        description = _("Ways to treat the same thing, with benefits and drawbacks.")
        preview_value = {
            "title": "Two ways to take it",
            "options": [
                {
                    "name": "By mouth",
                    "description": "<p>A tablet.</p>",
                    "benefits": ["<p>Needs no needle.</p>"],
                    "drawbacks": ["<p>Slower.</p>"],
                },
                {
                    "name": "By vein",
                    "description": "<p>An infusion.</p>",
                    "benefits": ["<p>Dose is exact.</p>"],
                    "drawbacks": ["<p>Needs a clinic.</p>"],
                },
            ],
        }


class TableBlock(blocks.StructBlock):
    """A table with caption and headers."""

    caption = blocks.RichTextBlock(label=_("Caption"), features=INLINE)
    table = TypedTableBlock(
        [("text", blocks.RichTextBlock(features=INLINE))], label=_("Table")
    )
    row_headers = blocks.BooleanBlock(
        label=_("First column is a header"), required=False, default=True
    )
    note = blocks.RichTextBlock(label=_("Note"), features=INLINE, required=False)
    merged = blocks.CharBlock(
        label=_("Merged cells"),
        required=False,
        max_length=2_000,
        help_text=_(
            "Cells that are one, as in a spreadsheet: A2:A4, B5:C5. Row 1 holds the"
            " headings. What is merged into the first cell must be empty."
        ),
    )

    def clean(self, value):
        """Refuse ranges that cannot be read."""
        value = super().clean(value)
        try:
            merged_cells.ranges(value.get("merged") or "")
        except ValueError as error:
            raise blocks.StructBlockValidationError(
                {"merged": ValidationError(str(error))}
            ) from None
        return value

    def get_context(self, value, parent_context=None):
        """Add the cells that are shown, with the rows and columns that they take."""
        context = super().get_context(value, parent_context=parent_context)
        try:
            merged = merged_cells.ranges(value.get("merged") or "")
        except ValueError:
            merged = []
        rows = [list(row) for row in value["table"].rows] if value["table"] else []
        context["rows"] = merged_cells.laid_out(
            rows, merged, lambda cell: not strip_tags(str(cell.value)).strip()
        )
        return context

    class Meta:
        icon = "table"
        label = _("Table")
        label_format = "{caption}"
        # Hides the table's own caption, which is plain text: static/css/admin.css.
        form_classname = "struct-block captioned-table"
        template = "blocks/table.html"
        description = _("Rows and columns with a caption and headers.")
        preview_value = {
            "caption": _("How soon each form works"),
            "table": {
                "columns": [
                    {"type": "text", "heading": _("Form")},
                    {"type": "text", "heading": _("Begins after")},
                ],
                "rows": [
                    {"values": ["<p>Infusion</p>", "<p>Minutes</p>"]},
                    {"values": ["<p>Tablet</p>", "<p>Half an hour</p>"]},
                ],
            },
            "row_headers": True,
            "note": "",
            "merged": "",
        }
