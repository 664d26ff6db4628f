"""When the comments on a page close: by hand, or by the age of the page."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from comments.models import CommentSettings


def closes_on(page: Any, settings: CommentSettings) -> date | None:
    """Give the first day on which a page takes no comments for its age, if any."""
    published = page.last_published_at
    if not settings.close_after_days or published is None:
        return None
    return timezone.localdate(published) + timedelta(days=settings.close_after_days)


def is_closed(page: Any, settings: CommentSettings) -> bool:
    """Tell whether comments were closed, by hand or by the age of the page."""
    last = closes_on(page, settings)
    return not page.comments_open or (last is not None and timezone.localdate() >= last)


def is_open(page: Any, settings: CommentSettings) -> bool:
    """Tell whether anybody may write about a page now."""
    return not is_closed(page, settings) and page.accepts_comments
