"""The four dates of an article, and what it says of its review."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from authors.models import AuthorPage
from blog.history import Entry, History
from editorial.review import ReviewLine


@dataclass(frozen=True)
class Dates:
    """When an article was published, updated, reviewed, and is to be reviewed again.

    `is_reviewed` holds for what readers see now; without it, `reviewed` is when an
    earlier text was.
    """

    published: datetime | None
    updated: datetime | None = None
    is_reviewed: bool = False
    reviewed: datetime | None = None
    reviewer: str = ""
    reviewer_address: str = ""
    due: date | None = None
    is_overdue: bool = False
    correction: Entry | None = None


def dates(
    page: Page, line: ReviewLine, history: History, request: HttpRequest | None
) -> Dates:
    """Give the dates of an article, from what is loaded already."""
    signed = line.sign_off
    profile = reviewer_profile(line)
    return Dates(
        published=page.first_published_at,
        updated=history.updated,
        is_reviewed=line.is_reviewed,
        reviewed=line.signed_at,
        reviewer=signed.reviewer_name if signed else "",
        reviewer_address=(profile.get_url(request) or "") if profile else "",
        due=line.review_due,
        is_overdue=line.is_overdue(timezone.localdate()),
        correction=history.correction,
    )


def reviewer_profile(line: ReviewLine) -> AuthorPage | None:
    """Give the public profile of who reviewed a page, if there is one."""
    reviewer = line.sign_off.reviewer if line.sign_off else None
    profile = getattr(reviewer, "author_page", None)
    return profile if profile and profile.live else None
