"""Registers the checklist, and readers' requests for a source, with the admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from editorial import admin_views, checks
from editorial.models import RequestState


@hooks.register("register_admin_urls")
def register_urls():
    """Give the checklist and the queue of requests their addresses."""
    return [
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
    """Name, in the history of a page, what readers asked and what became of it."""

    @actions.register_action("editorial.source_requested")
    class SourceRequested(LogFormatter):
        label = _("Source requested")

        def format_message(self, log_entry):
            """Quote the sentence."""
            sentence = log_entry.data.get("sentence", "")
            return _("A reader asked for a source: “%(sentence)s”") % {
                "sentence": sentence
            }

    @actions.register_action("editorial.source_request_decided")
    class SourceRequestDecided(LogFormatter):
        label = _("Source request decided")

        def format_message(self, log_entry):
            """Name the outcome and quote the sentence."""
            states = dict(RequestState.choices)
            return _("Source request: %(state)s: “%(sentence)s”") % {
                "state": states.get(log_entry.data.get("state"), ""),
                "sentence": log_entry.data.get("sentence", ""),
            }
