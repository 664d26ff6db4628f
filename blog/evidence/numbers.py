"""Benefit or harm in numbers of people, with and without a treatment."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import blocks

from blog.evidence.sources import chosen, example, marked, sources_block
from blog.icon_array import MOST, has_part, icon_array, people_per_dot


@dataclass(frozen=True)
class Group:
    """How many people of a group something happens to, in words and as a picture."""

    label: str
    count: int
    total: int

    @property
    def people(self) -> str:
        """The group in words, such as "4 of 100 people"."""
        words = ngettext(
            "%(count)s of %(total)s person", "%(count)s of %(total)s people", self.total
        )
        return words % {"count": _number(self.count), "total": _number(self.total)}

    @property
    def picture(self) -> SafeString:
        """The group as an icon array."""
        svg = icon_array(self.count, self.total, self.people)
        return mark_safe(svg)  # noqa: S308  (`icon_array` escapes)


def in_words(without: Group, treated: Group) -> str:
    """Compare two groups of the same size in one sentence."""
    words = _now(
        "%(people)s %(without)s; %(count)s of %(total)s %(treated)s: %(difference)s"
    )
    return words % {
        "people": without.people,
        "without": without.label,
        "count": _number(treated.count),
        "total": _number(treated.total),
        "treated": treated.label,
        "difference": _difference(treated.count - without.count),
    }


def scale_in_words(*groups: Group) -> str:
    """Say what a dot stands for in the pictures of groups of the same size."""
    total = groups[0].total
    scale = people_per_dot(total)
    if scale == 1:
        return _now("Each dot stands for one person.")
    words = _now("Each dot stands for %(people)s people.")
    if any(has_part(group.count, total) for group in groups):
        words += " " + _now("A dot with a hole in its middle stands for fewer.")
    return words % {"people": _number(scale)}


def _difference(difference: int) -> str:
    if difference == 0:
        return _now("no difference")
    words = _now("%(count)s fewer") if difference < 0 else _now("%(count)s more")
    return words % {"count": _number(abs(difference))}


def _number(value: int) -> str:
    return number_format(value, use_l10n=True, force_grouping=True)


def _people(**options) -> blocks.IntegerBlock:
    """Give a field for a number of people; what is no number is refused in words."""
    block = blocks.IntegerBlock(max_value=MOST, **options)
    block.field.error_messages |= {
        "required": _("Give the number of people."),
        "invalid": _(
            "Give a whole number of people. A percentage or “half as many” does not "
            "tell readers how many people that is."
        ),
    }
    return block


def _group(label, named) -> blocks.StructBlock:
    return blocks.StructBlock(
        [
            (
                "label",
                blocks.CharBlock(label=_("Who"), default=named, max_length=100),
            ),
            ("count", _people(label=_("Number of people"), min_value=0)),
        ],
        label=label,
    )


class NumbersBlock(blocks.StructBlock):
    """What happens to how many people, with a treatment and without it."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[("benefit", _("Possible benefit")), ("harm", _("Possible harm"))],
        default="benefit",
    )
    outcome = blocks.CharBlock(
        label=_("What is counted"),
        max_length=200,
        help_text=_("Such as “people who have a stroke”."),
    )
    time_span = blocks.CharBlock(
        label=_("Over what time"),
        max_length=100,
        help_text=_("Such as “within five years”."),
    )
    total = _people(
        label=_("Out of how many people"),
        min_value=1,
        default=100,
        help_text=_(
            "The same for both groups: 100, 1,000, 10,000 or another whole number up "
            "to 10,000."
        ),
    )
    without_treatment = _group(_("Without treatment"), _("without treatment"))
    with_treatment = _group(_("With treatment"), _("with treatment"))
    sources = sources_block()

    def clean(self, value):
        """Refuse, on publication, more people than there are."""
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        errors = {}
        for name in ("without_treatment", "with_treatment"):
            if value[name]["count"] > value["total"]:
                message = _now("There are only %(total)s people.")
                message = message % {"total": _number(value["total"])}
                errors[name] = blocks.StructBlockValidationError(
                    {"count": ValidationError(message)}
                )
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return value

    def get_context(self, value, parent_context=None):
        """Add both groups, unless an unfinished draft lacks a number."""
        context = super().get_context(value, parent_context=parent_context)
        kinds = dict(self.child_blocks["kind"].field.choices)
        sources = chosen(value["sources"])
        context |= {
            "kind": kinds.get(value["kind"], ""),
            "sources": sources,
            "citations": marked(sources),
        }
        groups = [
            Group(value[name]["label"] or "", value[name]["count"], value["total"])
            for name in ("without_treatment", "with_treatment")
        ]
        if all(_complete(group) for group in groups):
            context |= {
                "groups": groups,
                "in_words": in_words(*groups),
                "scale": scale_in_words(*groups),
            }
        return context

    class Meta:
        icon = "group"
        label = _("Numbers")
        label_format = "{outcome}"
        template = "blocks/numbers.html"
        description = _("How many people of a hundred, with a treatment and without.")

    def get_preview_value(self):
        """Show invented numbers."""
        return self.normalize(
            {
                "kind": "benefit",
                "outcome": "people who have a headache",
                "time_span": "within a week",
                "total": 100,
                "without_treatment": {"label": "without treatment", "count": 10},
                "with_treatment": {"label": "with treatment", "count": 4},
                "sources": [example()],
            }
        )


def _complete(group: Group) -> bool:
    numbers = (group.count, group.total)
    if not all(isinstance(number, int) for number in numbers):
        return False
    return 0 <= group.count <= group.total and 1 <= group.total <= MOST
