"""Registers the library with the admin."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from references import changes, reports
from references.admin import approval, duplicates
from references.admin.urls import urlpatterns
from references.admin.usage import linked
from references.models import Reference
from references.rich_text import (
    CONTENTSTATE_RULE,
    EDITOR_HTML_RULE,
    ENTITY,
    CitationLinkHandler,
)
from references.uses import refusals
from references.viewsets import ReferenceViewSet

register_snippet(ReferenceViewSet)

CHOOSER_URL = "wagtailsnippetchoosers_references_reference:choose"
DESCRIBED_URL = "wagtailsnippetchoosers_references_reference:described"


@hooks.register("register_admin_urls")
def register_urls():
    """Give the library's own pages their addresses."""
    return urlpatterns


def _refuse(request, instances):
    used = refusals(item for item in instances if isinstance(item, Reference))
    if not used:
        return None
    for reference, found in used.items():
        messages.error(
            request,
            format_html(
                _("“{reference}” is in use and was not deleted. Used by: {uses}."),
                reference=reference,
                uses=linked(found, request.user),
            ),
        )
    return redirect("wagtailsnippets_references_reference:list")


@hooks.register("before_delete_snippet")
def refuse_deletion(request, instances):
    """Refuse to delete a reference that is in use, and say where."""
    return _refuse(request, instances)


@hooks.register("before_bulk_action")
def refuse_bulk_deletion(request, action_type, objects, action):
    """Refuse the same in the listing's bulk action."""
    return _refuse(request, objects) if action_type == "delete" else None


@hooks.register("construct_snippet_action_menu")
def offer_publishing(menu_items, request, context):
    """Leave “Publish” out where somebody else must approve the change."""
    reference = context.get("instance")
    if not isinstance(reference, Reference) or not reference.pk:
        return
    if not changes.may_approve(request.user, reference):
        kept = [item for item in menu_items if item.name != "action-publish"]
        menu_items[:] = kept


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Name, in the history of a page, what happened to its sources."""

    @actions.register_action("references.changed")
    class SourceChanged(LogFormatter):
        label = _("Source changed")

        def format_message(self, log_entry):
            """Name the source."""
            title = log_entry.data.get("reference", {}).get("title", "")
            return _("Source changed: %(title)s") % {"title": title}

    class Checked(LogFormatter):
        label = _("Source checked")

        def format_message(self, log_entry):
            """Name the source, and what was and is known of it."""
            data = log_entry.data
            return _("%(title)s: %(before)s → %(after)s") % {
                "title": data.get("reference", {}).get("title", ""),
                "before": data.get("before", ""),
                "after": data.get("after", ""),
            }

    class Merged(LogFormatter):
        label = _("Sources merged")

        def format_message(self, log_entry):
            """Name both records."""
            data = log_entry.data
            return _("Sources merged: %(absorbed)s into %(kept)s") % {
                "absorbed": data.get("absorbed", {}).get("title", ""),
                "kept": data.get("kept", {}).get("title", ""),
            }

    class MergeUndone(Merged):
        label = _("Merge of sources undone")

        def format_message(self, log_entry):
            """Name the record that is back."""
            title = log_entry.data.get("absorbed", {}).get("title", "")
            return _("Merge of sources undone: %(title)s is back") % {"title": title}

    class ToldApart(LogFormatter):
        label = _("Told apart")

        def format_message(self, log_entry):
            """Name the record that looked alike."""
            title = log_entry.data.get("reference", {}).get("title", "")
            return _("Not the same work as %(title)s") % {"title": title}

    class ChangeDecided(LogFormatter):
        def format_message(self, log_entry):
            """Name whose change it was."""
            author = log_entry.data.get("author") or _("nobody known")
            return _("%(label)s, made by %(author)s") % {
                "label": self.label,
                "author": author,
            }

    class ChangeApproved(ChangeDecided):
        label = _("Waiting change approved")

    class ChangeDiscarded(ChangeDecided):
        label = _("Waiting change discarded")

    for name, formatter in (
        ("merged", Merged),
        ("merge_undone", MergeUndone),
        ("told_apart", ToldApart),
        ("change_approved", ChangeApproved),
        ("change_discarded", ChangeDiscarded),
    ):
        actions.register_action(f"references.{name}")(formatter)

    for field in ("standing", "link_state"):
        actions.register_action(f"references.{field}_changed")(Checked)


@hooks.register("register_rich_text_features")
def register_citations(features):
    """Offer “Cite” in the text fields that list the feature."""
    features.register_link_type(CitationLinkHandler)
    features.register_converter_rule("contentstate", "citation", CONTENTSTATE_RULE)
    features.register_converter_rule("editorhtml", "citation", EDITOR_HTML_RULE)
    features.register_editor_plugin(
        "draftail",
        "citation",
        EntityFeature(
            {
                "type": ENTITY,
                "icon": "openquote",
                "description": _("Cite (Alt+Shift+C)"),
                "attributes": ["id", "locator"],
                "allowlist": {"id": r"^\d+$"},
                "chooserUrls": {
                    "citationChooser": reverse_lazy(CHOOSER_URL),
                    "citationDescribed": reverse_lazy(DESCRIBED_URL),
                },
            },
            js=["wagtailadmin/js/chooser-modal.js", "js/admin/citation.js"],
        ),
    )


@hooks.register("register_reports_menu_item")
def register_duplicates_report():
    """List the pairs of records among the reports, for those who may merge."""
    return duplicates.DuplicatesMenuItem(
        _("Possible duplicates"),
        reverse("references_duplicates"),
        icon_name="copy",
        order=720,
    )


@hooks.register("register_reports_menu_item")
def register_waiting_report():
    """List the changes that wait for approval among the reports."""
    return approval.WaitingMenuItem(
        _("Waiting changes of sources"),
        reverse("references_waiting"),
        icon_name="openquote",
        order=710,
    )


@hooks.register("register_reports_menu_item")
def register_trouble_report():
    """List the report among the others."""
    return reports.TroubleMenuItem(
        _("Sources in trouble"),
        reverse("references_trouble"),
        icon_name="warning",
        order=700,
    )


@hooks.register("construct_homepage_panels")
def show_trouble(request, panels):
    """Show the panel to those who can do something about it."""
    if request.user.has_perms(reports.PERMISSIONS):
        panels.append(reports.TroublePanel())
