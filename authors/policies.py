"""Who may do what with disclosures and credentials in the admin."""

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from authors.models import AuthorPage, Credential, Disclosure

OWN = "authors.add_own_disclosure"


def own_profile(user) -> AuthorPage | None:
    """Give the author profile for which somebody may declare by themselves."""
    if not user.has_perm(OWN):
        return None
    return AuthorPage.objects.filter(user=user).first()


class DisclosurePolicy(ModelPermissionPolicy):
    """Authors give and see their own; nobody changes or deletes what was given."""

    def user_has_permission(self, user, action):
        """Tell who may add and see; superusers may change nothing either."""
        if action not in {"add", "view"}:
            return False
        return super().user_has_permission(user, action) or bool(own_profile(user))

    def user_has_permission_for_instance(self, user, action, instance):
        """Tell the same of one disclosure."""
        allowed = self.instances_user_has_any_permission_for(user, [action])
        return allowed.filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user, actions):
        """Give all to those who may see all, and to others their own."""
        disclosures = self.model.objects.all()
        if not {"add", "view"} & set(actions):
            return disclosures.none()
        if super().user_has_permission(user, "view"):
            return disclosures
        profile = own_profile(user)
        return disclosures.filter(author=profile) if profile else disclosures.none()

    def authors_for(self, user):
        """Give the authors for whom somebody may enter a disclosure."""
        authors = AuthorPage.objects.order_by("title")
        if super().user_has_permission(user, "add"):
            return authors
        return authors.filter(user=user) if user.has_perm(OWN) else authors.none()


class CredentialPolicy(ModelPermissionPolicy):
    """Whoever does anything with credentials must be allowed to see their numbers."""

    def user_has_permission(self, user, action):
        """Ask for the permission to view beside every other."""
        return super().user_has_permission(user, "view") and (
            super().user_has_permission(user, action)
        )


def register() -> None:
    """Put the policies in the place of Wagtail's own; called at start."""
    register_permission_policy(Disclosure, DisclosurePolicy(Disclosure))
    register_permission_policy(Credential, CredentialPolicy(Credential))
