"""The blocks that articles are made of."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock

from blog.contents import anchor
from blog.embeds import player_url
from blog.evidence import EvidenceBlock, NumbersBlock, StudyTableBlock, UnknownsBlock
from blog.features import INLINE, TEXT
from images.blocks import FigureBlock


class HeadingBlock(blocks.StructBlock):
    """A heading of level 2 or 3."""

    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Section")), ("h3", _("Subsection"))],
        default="h2",
    )
    text = blocks.CharBlock(label=_("Text"), max_length=200)

    def get_context(self, value, parent_context=None):
        """Add the anchor, which stays the same when the wording changes."""
        context = super().get_context(value, parent_context=parent_context)
        context["anchor"] = anchor(str((parent_context or {}).get("id") or ""))
        return context

    class Meta:
        icon = "title"
        label = _("Heading")
        label_format = "{text}"
        template = "blocks/heading.html"
        description = _("Starts a section; readers find it in the contents.")
        preview_value = {"level": "h2", "text": "What the studies found"}


class KeyPointsBlock(blocks.StructBlock):
    """What a reader should take away."""

    title = blocks.CharBlock(label=_("Title"), default=_("Key points"), max_length=100)
    points = blocks.ListBlock(blocks.RichTextBlock(features=INLINE), label=_("Points"))

    class Meta:
        icon = "list-ul"
        label = _("Key points")
        label_format = "{title}"
        template = "blocks/key_points.html"
        description = _("Three to five sentences that stand for the whole article.")
        preview_value = {
            "title": "Key points",
            "points": ["<p>Relief is often brief.</p>"],
        }


class CalloutBlock(blocks.StructBlock):
    """A passage set apart."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[
            ("note", _("Note")),
            ("caution", _("Caution")),
            ("warning", _("Warning")),
            ("emergency", _("Emergency")),
        ],
        default="note",
    )
    title = blocks.CharBlock(label=_("Title"), max_length=150, required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT)

    def get_context(self, value, parent_context=None):
        """Add the kind in words: colour alone tells nobody."""
        context = super().get_context(value, parent_context=parent_context)
        choices = dict(self.child_blocks["kind"].field.choices)
        context["kind_label"] = choices.get(value.get("kind"), "")
        return context

    class Meta:
        icon = "warning"
        label = _("Callout")
        label_format = "{kind}: {title}"
        template = "blocks/callout.html"
        description = _(
            "A note, caution, warning or emergency that must not be missed."
        )
        preview_value = {
            "kind": "caution",
            "title": "Before you start",
            "text": "<p>Tell your clinic about every medicine you take.</p>",
        }


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


class DefinitionsBlock(blocks.StructBlock):
    """Words and what they mean."""

    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("term", blocks.CharBlock(label=_("Term"), max_length=150)),
                (
                    "definition",
                    blocks.RichTextBlock(label=_("Meaning"), features=TEXT),
                ),
            ]
        ),
        label=_("Terms"),
    )

    class Meta:
        icon = "list-ol"
        label = _("Definitions")
        template = "blocks/definitions.html"
        description = _("Explains the words that an article cannot avoid.")
        preview_value = {
            "items": [{"term": "Placebo", "definition": "<p>A sham treatment.</p>"}]
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
        }


class QuotationBlock(blocks.StructBlock):
    """Somebody else's words."""

    text = blocks.RichTextBlock(label=_("Words"), features=INLINE)
    attribution = blocks.CharBlock(label=_("Whose"), max_length=200, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        label_format = "{attribution}"
        template = "blocks/quotation.html"
        description = _("Somebody’s words, and whose they are.")
        preview_value = {"text": "<p>Ask twice.</p>", "attribution": "A patient"}


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


class QuestionBlock(blocks.StructBlock):
    """A question as readers ask it, and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=255)
    answer = blocks.RichTextBlock(label=_("Answer"), features=TEXT)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        label_format = "{question}"
        template = "blocks/question.html"
        description = _("A question in a reader’s words, with the answer.")
        preview_value = {"question": "Does it hurt?", "answer": "<p>A little.</p>"}


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


class SignOffBlock(blocks.StructBlock):
    """The author's name below the text."""

    text = blocks.RichTextBlock(
        label=_("Closing words"), features=INLINE, required=False
    )
    author = blocks.PageChooserBlock(
        label=_("Author"), page_type="authors.AuthorPage", required=False
    )
    name = blocks.CharBlock(
        label=_("Name"),
        max_length=200,
        required=False,
        help_text=_("For somebody without a profile here."),
    )

    def clean(self, value):
        """Ask, on publication, for an author or a name."""
        value = super().clean(value)
        if not self.is_deferred_validation and not (value["author"] or value["name"]):
            raise blocks.StructBlockValidationError(
                {"name": ValidationError(_("Choose an author or type a name."))}
            )
        return value

    class Meta:
        icon = "signature"
        label = _("Sign-off")
        label_format = "{name}"
        template = "blocks/sign_off.html"
        description = _("Closes an article with the name of who wrote it.")
        preview_value = {"text": "", "author": None, "name": "Dr Example"}


class BodyBlock(blocks.StreamBlock):
    """The body of an article or a standard page."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        label=_("Paragraph"),
        features=TEXT,
        template="blocks/paragraph.html",
        description=_("Running text, with lists and links."),
        preview_value="<p>Pain that lasts changes how nerves work.</p>",
    )
    image = FigureBlock()
    key_points = KeyPointsBlock()
    callout = CalloutBlock()
    options = OptionsBlock()
    definitions = DefinitionsBlock()
    table = TableBlock()
    evidence = EvidenceBlock()
    numbers = NumbersBlock()
    study_table = StudyTableBlock()
    unknowns = UnknownsBlock()
    quotation = QuotationBlock()
    embed = EmbedBlock()
    question = QuestionBlock()
    download = DownloadBlock()
    sign_off = SignOffBlock()
