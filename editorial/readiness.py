"""Whether a page may go to its reviewers."""

from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from editorial import checks


class NotReady(PermissionDenied):
    """A page that lacks what readers or reviewers must find there; says what."""


def obstacles(page: Page) -> list[str]:
    """Give, in words, what the checklist of a page's site says must be mended first."""
    return list(dict.fromkeys(found.message for found in checks.obstacles(page)))


def check(page: Page) -> None:
    """Raise `NotReady` with all that stands in the way."""
    if found := obstacles(page):
        raise NotReady("\n".join(found))
