"""Withdrawing a page that readers have seen: what it leaves in its place."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from editorial import notices, publishing, reviewers
from editorial.models.notice import ChangeNotice, NoticeKind
from editorial.models.reviewed import Reviewed


def may_withdraw(user, page: Page) -> bool:
    """Whether this user may take this page from readers."""
    return (
        isinstance(page, Reviewed)
        and page.live
        and page.permissions_for_user(user).can_unpublish()
    )


@transaction.atomic
def withdraw(page: Page, *, by, what: str, why: str) -> ChangeNotice:
    """Take a page from readers, and keep what they saw with the reason.

    The page is unpublished, so that whatever lists, finds, feeds or comments on live
    pages lets go of it; its notice is what makes its address answer that it is gone.
    Raises `PermissionDenied`, in words.
    """
    if not may_withdraw(by, page):
        raise PermissionDenied(_("You may not withdraw this page."))
    if not (what.strip() and why.strip()):
        raise PermissionDenied(
            _("Say what is withdrawn, and why: readers will see it.")
        )
    notice = _note(page, by=by, what=what.strip(), why=why.strip())
    page.unpublish(user=by)
    return notice


def note_unpublished(sender, instance: Page, **kwargs) -> None:
    """Leave a notice of a page that went without one, on a set day or by the API."""
    page = instance
    if not isinstance(page, Reviewed) or notices.is_withdrawn(page):
        return
    original = page.alias_of and page.alias_of.change_notices.first()
    if original and original.kind == NoticeKind.WITHDRAWAL:
        _note(page, by=original.by, what=original.what, why=original.why)
        return
    why = _("No reason was given.")
    if page.expired:
        why = _("It was to be shown until this day.")
    _note(page, by=None, what=_("The whole article."), why=why)


def _is_noted(page: Page) -> bool:
    newest = page.change_notices.first()
    return newest is not None and newest.kind == NoticeKind.WITHDRAWAL


def _note(page: Page, *, by, what: str, why: str) -> ChangeNotice:
    if not page.versions.exists():
        publishing.freeze(page)
    notice = ChangeNotice.objects.create(
        page_id=page.pk,
        kind=NoticeKind.WITHDRAWAL,
        what=what,
        why=why,
        by=by,
        by_name=reviewers.name(by) if by else "",
        at=timezone.now(),
        fingerprint=page.fingerprint(),
    )
    log(
        instance=page,
        action="editorial.withdrawn",
        user=by,
        data={"what": what, "why": why},
    )
    return notice
