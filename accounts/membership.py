"""Which roles somebody holds."""

from accounts.models import User
from accounts.roles import CONTRIBUTOR


def is_contributor_only(user: User) -> bool:
    """Whether this user may see, besides published pages, their own drafts alone."""
    if user.is_superuser:
        return False
    names = set(user.groups.values_list("name", flat=True))
    return names == {CONTRIBUTOR.name}
