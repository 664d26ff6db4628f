"""Headings that screen readers and the table of contents stumble over."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.checklist.draft import Draft
from editorial.checklist.finding import Found

_TITLE = 1


def out_of_order(draft: Draft) -> Iterator[Found]:
    """Find headings that are empty, and those that leave out a level."""
    above = _TITLE
    for heading in draft.headings:
        if not heading.text.strip():
            yield Found(_("A heading is empty."), heading.path)
            continue
        if heading.level > above + 1:
            message = _("“%(heading)s” has no heading of the level above it.")
            yield Found(message % {"heading": heading.text}, heading.path)
        above = heading.level
