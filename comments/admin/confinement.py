"""Keeps those who hold no more than a moderator's permissions to moderation."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.auth import permission_denied, user_has_any_page_permission
from wagtail.models import GroupCollectionPermission

from accounts.roles import MODERATOR
from comments.admin.decisions import PERMISSION

# What every user of the admin needs: to come, to go, and an account.
OPEN = (
    "comments_",
    "wagtailadmin_account",
    "wagtailadmin_dismissibles",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_password_reset",
    "wagtailadmin_sprite",
)


def only_moderates(user) -> bool:
    """Tell whether a user may moderate, and nothing besides."""
    if not user.is_active or not user.has_perm(PERMISSION):
        return False
    if not user.get_all_permissions() <= set(MODERATOR.permissions):
        return False
    files = GroupCollectionPermission.objects.filter(group__user=user)
    return not user_has_any_page_permission(user) and not files.exists()


class ConfinementMiddleware:
    """Shows of the admin, to those who only moderate, the queue and their account."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the site would."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view, args, kwargs
    ) -> HttpResponseBase | None:
        """Refuse an address of the admin that is not for those who only moderate."""
        home = reverse("wagtailadmin_home")
        if not request.path.startswith(home) or request.resolver_match is None:
            return None
        if request.resolver_match.view_name.startswith(OPEN):
            return None
        if not only_moderates(request.user):
            return None
        if request.path == home:
            return redirect("comments_queue")
        return permission_denied(request)
