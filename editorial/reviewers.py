"""Who may review a page."""

from django.utils.translation import gettext as _
from wagtail.models import Page


def why_not(page: Page, user) -> str | None:
    """Tell, in words, why this user may not review a page; None when they may.

    A reviewer is none of its authors, not its owner, not who edited it last, and has
    declared no interest in an organisation that one of its authors declared
    (International Committee of Medical Journal Editors, Recommendations, II.B).
    """
    authors = page.reviewed_authors()
    if any(author.user_id == user.pk for author in authors):
        return _("You are an author of this page.")
    if page.owner_id == user.pk:
        return _("You began this page.")
    if page.latest_revision_id and page.latest_revision.user_id == user.pk:
        return _("You edited this page last.")
    shared = page.shared_interests(user)
    if shared:
        return _("You and an author both declared an interest in %(names)s.") % {
            "names": ", ".join(sorted(shared))
        }
    return None


def name(user) -> str:
    """Give the name under which a reviewer signs: that of a profile, if any."""
    profile = getattr(user, "author_page", None)
    if profile is None:
        return user.get_full_name() or user.get_username()
    return ", ".join(filter(None, (profile.title, profile.post_nominals)))
