"""What a page must have besides its text."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.checklist.draft import Draft
from editorial.checklist.finding import Found


def missing_summary(draft: Draft) -> Iterator[Found]:
    """Find a summary that is not written."""
    if draft.summary is not None and not draft.summary.strip():
        yield Found(_("Write a summary."), "summary")


def missing_disclosures(draft: Draft) -> Iterator[Found]:
    """Find authors who disclosed nothing, or that nobody is named who could."""
    if draft.authors == ():
        yield Found(_("Name an author in the byline."), "authorships")
    for author in draft.authors or ():
        if not author.has_disclosed:
            message = _(
                "%(name)s has not disclosed any interests in the last 12 months."
            )
            yield Found(message % {"name": author.name}, "authorships")


def missing_sign_off(draft: Draft) -> Iterator[Found]:
    """Find that no reviewer signed the text, or that it was changed since."""
    if draft.unsigned:
        yield Found(draft.unsigned, "")
