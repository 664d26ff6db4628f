"""Registers the checklist, and readers' requests for a source, with the admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from editorial import admin_views, checks, gates, log_formats, publishing_views


@hooks.register("register_admin_urls")
def register_urls():
    """Give the checklist and the queue of requests their addresses."""
    return [
        path(
            "publish-unsigned/<int:page_id>/",
            publishing_views.publish_unsigned,
            name="editorial_publish_unsigned",
        ),
        path(
            "editorial/checklist/<int:page_id>/",
            checks.panel,
            name="editorial_checklist",
        ),
        path(
            "source-requests/",
            admin_views.SourceRequestsView.as_view(),
            name="editorial_source_requests",
        ),
        path(
            "source-requests/results/",
            admin_views.SourceRequestsView.as_view(results_only=True),
            name="editorial_source_requests_results",
        ),
        path(
            "source-requests/<int:request_id>/",
            admin_views.decide,
            name="editorial_source_request",
        ),
    ]


@hooks.register("insert_editor_js")
def checklist_script():
    """Keep the list as new as the draft."""
    return format_html(
        '<script type="module" src="{}"></script>', static("js/admin/checklist.js")
    )


@hooks.register("register_admin_menu_item")
def register_source_requests():
    """Show the queue to those who decide."""
    return admin_views.SourceRequestsMenuItem(
        _("Source requests"),
        reverse("editorial_source_requests"),
        icon_name="help",
        order=255,
    )


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Name what editorial work leaves in the history of a page."""
    for action, formatter in log_formats.FORMATS.items():
        actions.register_action(action)(formatter)


@hooks.register("before_copy_page")
def refuse_live_copies(request, page):
    """Keep copies of articles from being published at once."""
    return gates.refuse_live_copies(request, page)


@hooks.register("before_bulk_action")
def refuse_bulk_publication(request, action_type, objects, action):
    """Keep the bulk action from what a single page could not do."""
    return gates.refuse_bulk_publication(request, action_type, objects, action)


@hooks.register("register_page_header_buttons")
def offer_unsigned_publication(page, user, view_name, next_url=None):
    """Lead administrators to the door that asks why."""
    if view_name == "edit" and publishing_views.may_publish_unsigned(user, page):
        yield Button(
            _("Publish without sign-off"),
            reverse("editorial_publish_unsigned", args=[page.pk]),
            icon_name="warning",
            priority=90,
        )
