"""Blocks of words: headings, points, callouts, definitions, quotations, answers."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.contents import anchor
from blog.features import INLINE, TEXT


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
