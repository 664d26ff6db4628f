"""A claim with how sure one can be of it, and what nobody knows yet."""

from django.core.exceptions import ValidationError
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.evidence.sources import chosen, example, followed_by, marked, sources_block
from blog.features import INLINE
from references.blocks import CERTAINTIES

# What each grade tells a reader (GRADE handbook, 5.1, table 5.1).
_MEANINGS = {
    "high": _("The true effect is very likely close to this."),
    "moderate": _("The true effect is probably close to this, but may differ."),
    "low": _("The true effect may be quite different."),
    "very-low": _("The true effect is likely to be quite different."),
}

# What lowers and what raises certainty (GRADE handbook, 5.2 and 5.3).
REASONS = [
    (
        _("Less certain because"),
        [
            ("risk-of-bias", _("the studies had weaknesses (risk of bias)")),
            ("inconsistency", _("the studies disagree (inconsistency)")),
            (
                "indirectness",
                _("the studies asked something a little different (indirectness)"),
            ),
            ("imprecision", _("few people or events were counted (imprecision)")),
            (
                "publication-bias",
                _("some results may never have been published (publication bias)"),
            ),
        ],
    ),
    (
        _("More certain because"),
        [
            ("large-effect", _("the effect is large")),
            ("dose-response", _("more treatment had more effect (dose response)")),
            (
                "opposing-confounding",
                _("what could distort the result would have made it look smaller"),
            ),
        ],
    ),
]


class EvidenceBlock(blocks.StructBlock):
    """A claim in plain words, how certain it is and why, and its sources."""

    claim = blocks.RichTextBlock(
        label=_("Claim"),
        features=INLINE,
        help_text=_("One sentence that a patient understands."),
    )
    certainty = blocks.ChoiceBlock(label=_("Certainty"), choices=CERTAINTIES)
    reasons = blocks.MultipleChoiceBlock(
        label=_("Reasons for this certainty"),
        choices=REASONS,
        required=False,
        widget=CheckboxSelectMultiple,
    )
    comment = blocks.CharBlock(
        label=_("Other reasons"),
        max_length=300,
        required=False,
        help_text=_("In your own words."),
    )
    sources = sources_block()

    def clean(self, value):
        """Ask, on publication, for a source, chosen here or cited in the claim."""
        value = super().clean(value)
        cites = chosen(value["sources"]) or 'linktype="citation"' in str(
            getattr(value["claim"], "source", "")
        )
        if not self.is_deferred_validation and not cites:
            message = _("Choose the sources that this claim rests on.")
            raise blocks.StructBlockValidationError(
                {
                    "sources": blocks.ListBlockValidationError(
                        non_block_errors=[ValidationError(message)]
                    )
                }
            )
        return value

    def get_context(self, value, parent_context=None):
        """Add the claim with its marks, and certainty and reasons in words."""
        context = super().get_context(value, parent_context=parent_context)
        sources = chosen(value["sources"])
        given = set(value["reasons"] or [])
        reasons = [
            (heading, [words for name, words in choices if name in given])
            for heading, choices in REASONS
        ]
        context |= {
            "claim": followed_by(str(value["claim"]), marked(sources)),
            "certainty": dict(CERTAINTIES).get(value["certainty"], ""),
            "meaning": _MEANINGS.get(value["certainty"], ""),
            "reasons": [(heading, words) for heading, words in reasons if words],
            "sources": sources,
        }
        return context

    class Meta:
        icon = "tick-inverse"
        label = _("Evidence")
        label_format = "{claim}"
        template = "blocks/evidence.html"
        description = _("A claim, how sure one can be of it and why, and its sources.")

    def get_preview_value(self):
        """Show a claim on a made-up source."""
        return self.normalize(
            {
                "claim": "<p>Exercise may ease lasting back pain a little.</p>",
                "certainty": "low",
                "reasons": ["risk-of-bias", "imprecision"],
                "comment": "",
                "sources": [example()],
            }
        )


class UnknownsBlock(blocks.StructBlock):
    """Questions that nobody can answer yet."""

    title = blocks.CharBlock(
        label=_("Title"), default=_("What we do not know"), max_length=100
    )
    questions = blocks.ListBlock(
        blocks.RichTextBlock(label=_("Question"), features=INLINE),
        label=_("Open questions"),
    )

    class Meta:
        icon = "help"
        label = _("What we do not know")
        label_format = "{title}"
        template = "blocks/unknowns.html"
        description = _("Questions that the studies leave open.")
        preview_value = {
            "title": _("What we do not know"),
            "questions": [_("<p>How long does relief last?</p>")],
        }
