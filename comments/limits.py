"""How many comments one place may send, and one page take, within an hour."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from comments.models import Comment

HOUR = timedelta(hours=1)


def reached(page, address_hash: str) -> bool:
    """Tell whether a page, or the place that a form came from, has had its share.

    What came in by no form has no hash and no limit.
    """
    if not address_hash:
        return False
    hour_ago = timezone.now() - HOUR
    on_page = page.comments.filter(submit_date__gt=hour_ago)
    of_writer = Comment.objects.filter(
        address_hash=address_hash, address_hashed_at__gt=hour_ago
    )
    return (
        on_page.count() >= settings.COMMENTS_ON_ONE_PAGE
        or of_writer.count() >= settings.COMMENTS_OF_ONE_WRITER
    )
