"""Writing a draft as an unpublished article, in one transaction."""

import json
from dataclasses import dataclass
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from blog.models import ArticlePage, BlogIndexPage, FurtherReading
from importing import report as reporting
from importing.draft import Block, Draft
from importing.models import Original
from importing.rich_text import paragraph
from importing.writer import library
from importing.writer.bodies import Body, Known
from importing.writer.pictures import Pictures
from references.importing import Outcome, Report, Row

__all__ = ["Written", "rewrite", "write"]

_LONGEST_TITLE = 255
_LONGEST_SUMMARY = 300


@dataclass(frozen=True)
class Written:
    """The article that a draft became, what became of its parts, and whether it is new.

    A dry run gives no page.
    """

    page: ArticlePage | None
    report: Report
    is_new: bool = True


def write(
    draft: Draft,
    *,
    key: str,
    name: str,
    parent: Page | None = None,
    owner=None,
    dry_run: bool = False,
) -> Written:
    """Make an unpublished article of a draft below `parent`, the article list if none.

    `key` says for good what the draft was read from: what was written once is left
    alone, whatever an editor did to it since. `name` is shown for it.
    """
    if (known := Original.objects.filter(key=key).first()) is not None:
        page = ArticlePage.objects.filter(pk=known.page_id).first()
        reason = _("It was brought in before.")
        return Written(page, reporting.unchanged(name, draft, reason), is_new=False)
    page = ArticlePage(owner=owner, live=False)
    parent = parent or BlogIndexPage.objects.earliest("pk")
    pictures = Pictures()
    try:
        with transaction.atomic():
            rows = _fill(page, draft, name, pictures, owner)
            parent.add_child(instance=page)
            Original.objects.create(key=key, name=name[:_LONGEST_TITLE], page=page)
            page.save_revision(user=owner)
            transaction.set_rollback(dry_run)
    except BaseException:
        pictures.discard()
        raise
    if dry_run:
        pictures.discard()
    made = reporting.report(name, draft, rows)
    return Written(None if dry_run else page, made)


def rewrite(page: ArticlePage, draft: Draft, *, name: str, by=None) -> Written:
    """Put a new version of a manuscript in the place of all that an article says.

    It becomes a revision, so that a published article goes on as it is. The byline,
    the topics and the like stay.
    """
    pictures = Pictures()
    try:
        with transaction.atomic():
            latest = page.get_latest_revision_as_object()
            rows = _fill(latest, draft, name, pictures, by)
            latest.full_clean()
            revision = latest.save_revision(user=by)
            if not latest.live:
                revision.as_object().save()
    except BaseException:
        pictures.discard()
        raise
    return Written(latest, reporting.report(name, draft, rows), is_new=False)


def _fill(
    page: ArticlePage, draft: Draft, name: str, pictures: Pictures, by
) -> list[Row]:
    """Let a page say what a draft says, and give the rows that its report needs."""
    pictures.keep(draft, by=by)
    kept = library.keep(draft, by=by)
    rows = [each.row for each in kept] + pictures.rows
    page.title, cut = _title(draft, name)
    page.draft_title = page.title
    opening = [draft.title] if cut else []
    # The text has the subtitle too, because it may be more than a summary.
    page.summary = draft.subtitle if len(draft.subtitle) <= _LONGEST_SUMMARY else ""
    if cut:
        reason = _("It is too long for a title: the whole of it opens the text.")
        rows.append(Row("title", "title", Outcome.CHANGED, reason))
    for at, byline in enumerate(draft.bylines, 1):
        reason = _("Please choose the authors’ profiles for the byline.")
        row = Row(f"byline-{at}", "byline", Outcome.SKIPPED, f"{reason} — {byline}")
        rows.append(row)
    known = Known([(each.reference.pk, each.name) for each in kept], pictures.keys)
    body = Body(draft, known)
    first = [Block("paragraph", paragraph(text)) for text in opening]
    page.body = json.dumps(body.blocks(first))
    page.further_reading.set(
        FurtherReading(reference=reference, sort_order=at)
        for at, reference in enumerate(library.uncited(draft, kept))
    )
    return [*rows, *body.rows]


def _title(draft: Draft, name: str) -> tuple[str, bool]:
    """Give a title that fits, and whether the draft's own had to be cut."""
    headings = (
        block.value["text"] for block in draft.blocks if block.type == "heading"
    )
    stem = PurePath(name).stem.strip()
    title = draft.title.strip() or next(headings, "").strip() or stem or _("Untitled")
    if len(title) <= _LONGEST_TITLE:
        return title, False
    return f"{title[: _LONGEST_TITLE - 2].rsplit(None, 1)[0]} …", True
