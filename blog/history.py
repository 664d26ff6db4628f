"""The past of an article as readers see it: notices, versions and what differs."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial import notices
from editorial.comparison import compare
from editorial.models import NoticeKind
from editorial.notices import Change

# More of them are on the page of the history.
NOTICES_ON_ARTICLE = 5


@dataclass(frozen=True)
class Entry:
    """A change as pages list it, with the addresses of what it made and changed."""

    change: Change
    label: str
    version: str = ""
    before: str = ""
    comparison: str = ""


@dataclass(frozen=True)
class History:
    """All versions and withdrawals of an article, the newest first, and its address.

    `published` is when it first was, which may be before any version was kept.
    """

    changes: tuple[Change, ...] = ()
    address: str = ""
    published: datetime | None = None

    @property
    def entries(self) -> list[Entry]:
        """All that happened, the first publication included."""
        before = [*self.changes[1:], None]
        # Of what was never published, there is nothing before either.
        return [self._entry(*pair) for pair in zip(self.changes, before, strict=False)]

    @property
    def notices(self) -> list[Entry]:
        """What readers were told."""
        return [entry for entry in self.entries if entry.change.kind]

    @property
    def newest_notices(self) -> list[Entry]:
        """What the article itself lists."""
        return self.notices[:NOTICES_ON_ARTICLE]

    @property
    def correction(self) -> Entry | None:
        """The latest correction."""
        kind = NoticeKind.CORRECTION
        return next((each for each in self.entries if each.change.kind == kind), None)

    @property
    def updated(self) -> datetime | None:
        """When something of substance changed last."""
        of_substance = (each.at for each in self.changes if each.is_of_substance)
        return next(of_substance, None)

    @property
    def withdrawal(self) -> Change | None:
        """The withdrawal that holds now."""
        newest = self.changes[0] if self.changes else None
        return newest if newest and newest.is_withdrawal else None

    @property
    def current(self) -> Change | None:
        """The version that readers saw last."""
        versions = (each for each in self.changes if each.number)
        return max(versions, key=lambda each: each.number or 0, default=None)

    def version(self, number: int) -> tuple[Change, Change | None]:
        """Give a version and what ended it. Raises `LookupError` for an unknown one."""
        following = None
        for change in self.changes:
            if change.number == number:
                return change, following
            following = change
        raise LookupError(number)

    def version_address(self, number: int) -> str:
        """Give where a version is read."""
        return f"{self.address}versions/{number}/"

    def _entry(self, change: Change, before: Change | None) -> Entry:
        made = self.version_address(change.number) if change.number else ""
        earlier = (before.number if before else None) or (change.number or 1) - 1
        return Entry(
            change,
            change.label or self._label(change, earlier),
            version=made,
            before=self.version_address(earlier) if earlier else "",
            comparison=f"{made}changes/" if made and earlier else "",
        )

    def _label(self, change: Change, earlier: int) -> str:
        if earlier:
            return _("Published again")
        if self.published and self.published.date() < change.at.date():
            return _("The first version that was kept")
        return _("First published")


def of(page: Page, request: HttpRequest | None = None) -> History:
    """Give the history of an article, in one query."""
    return History(
        tuple(notices.changes(page)),
        page.get_url(request) or "",
        page.first_published_at,
    )


def history(request: HttpRequest, page: Page) -> HttpResponse:
    """Show every notice and every version, the newest first."""
    context = {"page": page, "history": of(page, request)}
    return TemplateResponse(request, "blog/history.html", context)


def version(request: HttpRequest, page: Page, number: int) -> HttpResponse:
    """Show the article as it once was, and when that was."""
    past = of(page, request)
    shown, end = _version(past, number)
    context = {
        "page": page,
        "history": past,
        "shown": shown,
        "end": end,
        "frozen": notices.version(page, number),
        "comparison": f"{past.version_address(number)}changes/" if number > 1 else "",
        "canonical": page.get_full_url(request),
    }
    return TemplateResponse(request, "blog/version.html", context)


def changes(request: HttpRequest, page: Page, number: int) -> HttpResponse:
    """Show what a version changed in the one before."""
    past = of(page, request)
    shown, _end = _version(past, number)
    before, _end = _version(past, number - 1)
    comparison = compare(
        notices.version(page, number - 1).html, notices.version(page, number).html
    )
    context = {
        "page": page,
        "history": past,
        "shown": shown,
        "before": before,
        "before_address": past.version_address(number - 1),
        "shown_address": past.version_address(number),
        "comparison": comparison,
        "canonical": page.get_full_url(request),
    }
    return TemplateResponse(request, "blog/changes.html", context)


def withdrawn(request: HttpRequest, page: Page) -> HttpResponse:
    """Say that the article was withdrawn, why and when (410, gone)."""
    past = of(page, request)
    context = {"page": page, "history": past}
    return TemplateResponse(request, "blog/withdrawn.html", context, status=410)


# What still answers below the address of a withdrawn article, by the name of its route.
OF_WITHDRAWN = {
    "index_route": withdrawn,
    "history": history,
    "version": version,
    "version_changes": changes,
}


def _version(past: History, number: int) -> tuple[Change, Change | None]:
    try:
        return past.version(number)
    except LookupError as error:
        raise Http404 from error
