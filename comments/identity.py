"""Who somebody is to an article, by account and record; never by a name typed in."""

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from accounts.models import User
from authors.models import AuthorPage
from comments.confusables import poses_as, resembles
from comments.models import Commentable, Relation


def relation_of(who: User | AuthorPage, page: Commentable) -> Relation:
    """Give what an account, or an author who came by a link, is to a page.

    A clinician has a credential that somebody checked and that has not expired.
    """
    author = author_of(who)
    if author is not None:
        if author in page.answering_authors():
            return Relation.AUTHOR
        if author.credentials.current(timezone.localdate()).exists():
            return Relation.CLINICIAN
    if isinstance(who, User) and may_speak_for_site(who):
        return Relation.TEAM
    return Relation.READER


def author_of(who: User | AuthorPage) -> AuthorPage | None:
    """Give the profile of an account, if it has one."""
    if isinstance(who, AuthorPage):
        return who
    return AuthorPage.objects.filter(user=who).first()


def may_speak_for_site(user: User) -> bool:
    """Tell whether an account belongs to those who run the comments."""
    return user.is_active and user.has_perm("comments.moderate_comment")


def is_taken(name: str) -> bool:
    """Tell whether a name could be read as that of an author, the staff or the site."""
    people = AuthorPage.objects.values_list("title", "given_name", "family_name")
    staff = (
        get_user_model()
        .objects.filter(Q(groups__isnull=False) | Q(is_superuser=True), is_active=True)
        .distinct()
        .values_list("username", "first_name", "last_name")
    )
    names = [*_site_names(), *(username for username, _first, _last in staff)]
    for whole, given, family in people:
        if poses_as(name, given, family):
            return True
        names += [whole, f"{given} {family}"]
    names += [f"{first} {last}" for _username, first, last in staff if last]
    return any(resembles(name, taken) for taken in names if taken.strip())


def _site_names() -> list[str]:
    # The settings belong to an app above this one.
    settings = apps.get_model("home.SiteSettings").objects
    return [
        *Site.objects.values_list("site_name", flat=True),
        *settings.values_list("publisher", flat=True),
        *(str(label) for value, label in Relation.choices if value != Relation.READER),
        *(_("Author"), _("The author"), _("Moderator"), _("Administrator")),
        *(_("Editor"), _("Editorial team")),
    ]
