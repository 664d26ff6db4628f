"""A table of studies, made of what the library says of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.evidence.sources import chosen, example, marked, sources_block
from blog.features import INLINE
from references.blocks import CERTAINTIES, DESIGNS
from references.citing.author_year import short_name
from references.models import Reference

_COLUMNS = {
    "design": _("Design"),
    "population": _("Population"),
    "participants": _("Participants"),
    "finding": _("Finding"),
    "certainty": _("Certainty"),
}
_CHOICES = {"design": dict(DESIGNS), "certainty": dict(CERTAINTIES)}


@dataclass(frozen=True)
class Row:
    """One appraisal of a source, a cell for each column; none where there is none."""

    reference: Reference
    name: str
    citation: SafeString
    cells: tuple[str, ...]


@dataclass(frozen=True)
class StudyTable:
    """What appraisals say, without the columns that all of them leave empty."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def study_table(references: Iterable[Reference]) -> StudyTable:
    """Give a row for each appraisal; a source without one has a row without cells."""
    appraised = [
        (reference, values)
        for reference in references
        for values in [child.value for child in reference.appraisals] or [{}]
    ]
    names = [
        name
        for name in _COLUMNS
        if any(_words(name, values) for _reference, values in appraised)
    ] or ["finding"]
    rows = [
        Row(
            reference=reference,
            name=short_name(reference.item),
            citation=marked([reference]),
            cells=tuple(_words(name, values) for name in names) if values else (),
        )
        for reference, values in appraised
    ]
    return StudyTable(tuple(str(_COLUMNS[name]) for name in names), tuple(rows))


def _words(name: str, values) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if name == "participants":
        return number_format(value, use_l10n=True, force_grouping=True)
    return str(_CHOICES.get(name, {}).get(value, value))


class StudyTableBlock(blocks.StructBlock):
    """Sources side by side: in whom, how many, what they found, how certain."""

    caption = blocks.RichTextBlock(label=_("Caption"), features=INLINE)
    sources = sources_block(min_num=1)

    def get_context(self, value, parent_context=None):
        """Add the table."""
        context = super().get_context(value, parent_context=parent_context)
        context["studies"] = study_table(chosen(value["sources"]))
        return context

    class Meta:
        icon = "table"
        label = _("Study table")
        label_format = "{caption}"
        template = "blocks/study_table.html"
        description = _("A table of studies, from the appraisals in the library.")

    def get_preview_value(self):
        """Show one made-up study."""
        return self.normalize(
            {"caption": "<p>What the studies found</p>", "sources": [example()]}
        )
