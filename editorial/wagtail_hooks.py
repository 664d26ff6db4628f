"""Registers the checklist, and readers' requests for a source, with the admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from editorial import (
    admin_views,
    checks,
    gates,
    log_formats,
    publishing_views,
    today,
    withdrawal,
    withdrawal_views,
)
from editorial.reports import menu
from editorial.reports.listing import ReportMenuItem
from editorial.standards import views as standards


@hooks.register("register_admin_urls")
def register_urls():
    """Give the checklist and the queue of requests their addresses."""
    return [
        *menu.URLPATTERNS,
        path("standards/", standards.of_site, name="editorial_standards"),
        path(
            "standards/<int:page_id>/",
            standards.of_article,
            name="editorial_article_standards",
        ),
        path(
            "publish-unsigned/<int:page_id>/",
            publishing_views.publish_unsigned,
            name="editorial_publish_unsigned",
        ),
        path(
            "withdraw/<int:page_id>/",
            withdrawal_views.withdraw,
            name="editorial_withdraw",
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


for menu_item in menu.MENU_ITEMS:
    hooks.register("register_reports_menu_item", menu_item)


@hooks.register("construct_homepage_panels")
def show_today(request, panels):
    """Begin the home page with what waits."""
    panels.append(today.TodayPanel())


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


@hooks.register("before_unpublish_page")
def lead_to_withdrawal(request, page):
    """Ask for the reason before articles go from readers."""
    return gates.lead_to_withdrawal(request, page)


@hooks.register("before_bulk_action")
def refuse_bulk_withdrawal(request, action_type, objects, action):
    """Keep the bulk action from what a single page could not do."""
    return gates.refuse_bulk_withdrawal(request, action_type, objects, action)


@hooks.register("before_delete_page")
def refuse_deletion(request, page):
    """Keep what readers have seen."""
    return gates.refuse_deletion(request, page)


@hooks.register("before_bulk_action")
def refuse_bulk_deletion(request, action_type, objects, action):
    """Keep it from the bulk action too."""
    return gates.refuse_bulk_deletion(request, action_type, objects, action)


@hooks.register("register_page_header_buttons")
def offer_withdrawal(page, user, view_name, next_url=None):
    """Lead editors to the door that asks why a page goes from readers."""
    if view_name == "edit" and withdrawal.may_withdraw(user, page):
        yield Button(
            _("Withdraw…"),
            reverse("editorial_withdraw", args=[page.pk]),
            icon_name="warning",
            priority=95,
        )


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


@hooks.register("register_page_header_buttons")
def offer_standards(page, user, view_name, next_url=None):
    """Lead from an article to the lines of standards that it meets."""
    if view_name == "edit" and standards.may_see(user, page):
        yield Button(
            _("Standards"),
            reverse("editorial_article_standards", args=[page.pk]),
            icon_name="clipboard-list",
            priority=80,
        )


@hooks.register("register_reports_menu_item")
def list_standards():
    """List the site's own sheet among the reports."""
    return ReportMenuItem(
        _("Standards"),
        reverse("editorial_standards"),
        permission=standards.PERMISSION,
        icon_name="clipboard-list",
        order=620,
    )
