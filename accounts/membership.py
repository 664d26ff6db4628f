"""Which roles somebody holds."""

from accounts.models import User
from accounts.roles import CONTRIBUTOR, Role


def is_contributor_only(user: User) -> bool:
    """Whether this user may see, besides published pages, their own drafts alone."""
    if user.is_superuser:
        return False
    names = set(user.groups.values_list("name", flat=True))
    return names == {CONTRIBUTOR.name}


def addresses_of(role: Role) -> list[str]:
    """Give the e-mail addresses of everybody who holds a role and may sign in."""
    users = User.objects.filter(is_active=True, groups__name=role.name)
    found = users.exclude(email="").order_by("email")
    return list(found.values_list("email", flat=True).distinct())
