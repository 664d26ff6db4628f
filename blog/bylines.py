"""What the authors of an article had declared when it was reviewed or published."""

from datetime import date

from django.utils import timezone
from wagtail.models import Page

from authors.disclosures import held_on


def keep_disclosures(page: Page, on: date | None = None) -> bool:
    """Put into each row of a byline the disclosure that holds; tell what changed.

    Where none holds (any more), the row goes on with the one that it has. Changes the
    rows of the given page alone: to save the page, a revision of it or
    `page.authorships.commit()` is left to whoever asked.
    """
    rows = list(page.authorships.all())
    held = held_on([row.author_id for row in rows], on or timezone.localdate())
    changed = False
    for row in rows:
        kept = held.get(row.author_id) or row.kept
        if row.disclosure_id != (kept and kept.pk):
            row.disclosure = kept
            changed = True
    if changed:
        page.authorships.set(rows)
    return changed
