"""What readers are told of the past of a page: its versions and their notices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Exists, IntegerField, OuterRef, Q, Value
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.models.notice import ChangeNotice, NoticeKind, PublishedVersion

# What a reader who comes back should know of.
OF_SUBSTANCE = frozenset(NoticeKind) - {NoticeKind.MINOR}

# What an editor chooses is explained there; readers need a word.
_WORDS = {
    NoticeKind.CORRECTION: _("Correction"),
    NoticeKind.CLARIFICATION: _("Clarification"),
    NoticeKind.UPDATE: _("Update"),
    NoticeKind.MINOR: _("Small change"),
    NoticeKind.WITHDRAWAL: _("Withdrawal"),
}


@dataclass(frozen=True)
class Change:
    """A version that readers saw from `at` on, or a withdrawal, which has no number.

    `kind` is empty where no notice was asked for: of the first publication, and where
    something that the page shows had changed elsewhere, such as a source's standing.
    """

    at: datetime
    number: int | None
    kind: str = ""
    what: str = ""
    why: str = ""
    by: str = ""

    @property
    def is_withdrawal(self) -> bool:
        """Whether readers were told not to rely on the page."""
        return self.kind == NoticeKind.WITHDRAWAL

    @property
    def is_of_substance(self) -> bool:
        """Whether it told readers something that the version before did not."""
        return self.kind in OF_SUBSTANCE

    @property
    def label(self) -> str:
        """The kind in words for readers; empty without a notice."""
        return label(self.kind) if self.kind else ""


def label(kind: str) -> str:
    """Give a kind in words for readers."""
    return str(_WORDS[NoticeKind(kind)])


def changes(page: Page) -> list[Change]:
    """Give all versions and withdrawals of a page, the newest first, in one query."""
    if page.pk is None:
        return []
    versions = (
        PublishedVersion.objects.filter(page_id=page.pk)
        .order_by()
        .values_list(
            *("published_at", "number"),
            *("notice__kind", "notice__what", "notice__why", "notice__by_name"),
        )
    )
    withdrawals = (
        ChangeNotice.objects.filter(page_id=page.pk, version=None)
        .order_by()
        .values_list(
            *("at", Value(None, output_field=IntegerField())),
            *("kind", "what", "why", "by_name"),
        )
    )
    found = [
        Change(at, number, *(text or "" for text in texts))
        for at, number, *texts in versions.union(withdrawals, all=True)
    ]
    return sorted(found, key=_moment, reverse=True)


def version(page: Page, number: int) -> PublishedVersion:
    """Give a version with its text. The number must be one of `changes`."""
    return PublishedVersion.objects.get(page_id=page.pk, number=number)


def is_withdrawn(page: Page) -> bool:
    """Whether the last that readers were told of a page is that it was withdrawn."""
    newest = page.change_notices.first()
    return newest is not None and newest.kind == NoticeKind.WITHDRAWAL


def withdrawn() -> Q:
    """Give the condition on pages that were withdrawn and not published again."""
    withdrawals = ChangeNotice.objects.filter(
        page=OuterRef("pk"), kind=NoticeKind.WITHDRAWAL
    )
    return Q(Exists(withdrawals), live=False)


def published(pages: models.QuerySet, kinds: Iterable[str]) -> models.QuerySet:
    """Give the notices of these kinds about pages, the newest first."""
    return (
        ChangeNotice.objects.filter(page__in=pages.values("pk"), kind__in=kinds)
        .select_related("page", "version")
        .defer("version__html")
    )


def _moment(change: Change) -> tuple[datetime, bool, int]:
    return change.at, change.is_withdrawal, change.number or 0
