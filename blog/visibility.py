"""Which pages somebody may find in the admin."""

from django.db.models import Q
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from accounts.membership import is_contributor_only


def findable(pages, user):
    """Leave out of a page queryset the drafts of others, for a contributor."""
    if is_contributor_only(user):
        return pages.filter(Q(live=True) | Q(owner=user))
    return pages


class FindablePagesPolicy(PagePermissionPolicy):
    """Wagtail's page permissions, with the drafts of others hidden from contributors.

    The explorer, its search, the search over all pages, the admin's API and the
    site's history all ask `explorable_instances`.
    """

    def explorable_instances(self, user):
        """Give the pages that the admin may list to this user."""
        return findable(super().explorable_instances(user), user)


def register() -> None:
    """Put the policy in the place of Wagtail's own; called at start."""
    register_permission_policy(Page, FindablePagesPolicy(Page))
