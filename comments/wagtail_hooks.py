"""Registers the moderator's queue with the admin."""

from django.urls import path, re_path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from comments import admin_views


@hooks.register("register_admin_urls")
def register_urls():
    """Give the queue its addresses."""
    decisions = "|".join(admin_views.DECISIONS)
    return [
        path("reader-comments/", admin_views.queue, name="comments_queue"),
        re_path(
            rf"^reader-comments/(?P<comment_id>\d+)/(?P<decision>{decisions})/$",
            admin_views.decide,
            name="comments_decide",
        ),
    ]


class _QueueMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return request.user.has_perm("comments.moderate_comment")


@hooks.register("register_admin_menu_item")
def register_menu_item():
    """Show the queue to those who may moderate."""
    return _QueueMenuItem(
        _("Reader comments"), reverse("comments_queue"), icon_name="comment", order=260
    )


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Name the decisions for the history."""
    actions.register_action("comments.approved", _("Approve"), _("Comment approved"))
    actions.register_action("comments.rejected", _("Reject"), _("Comment rejected"))
    actions.register_action("comments.spam", _("Spam"), _("Comment marked as spam"))
