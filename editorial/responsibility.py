"""Who sees to what is due."""

from wagtail.log_actions import log

from accounts.models import User
from authors.models import Disclosure
from editorial.models.review_date import ReviewDate


def settled(due: ReviewDate) -> User | None:
    """Give who sees to the review of a page; None for all editors.

    From somebody who left, has no address or may no longer edit the page, it passes to
    the editors for good.
    """
    user = due.responsible
    if user is None or _may_see_to(user, due):
        return user
    due.responsible = None
    due.save(update_fields=["responsible"])
    log(
        instance=due.page.specific,
        action="editorial.review_passed_on",
        data={"from": user.get_full_name() or user.get_username()},
    )
    return None


def declarer(disclosure: Disclosure) -> User | None:
    """Give the author who can declare anew in the admin; None for all editors."""
    user = disclosure.author.user
    if user is None or not user.is_active or not user.email:
        return None
    may = user.has_perms(["wagtailadmin.access_admin", "authors.add_own_disclosure"])
    return user if may or user.has_perm("authors.add_disclosure") else None


def _may_see_to(user: User, due: ReviewDate) -> bool:
    if not user.is_active or not user.email:
        return False
    return due.page.permissions_for_user(user).can_edit()
