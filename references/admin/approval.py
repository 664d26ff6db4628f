"""Changes of cited records, until somebody approves or discards them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.menu import MenuItem

from references import changes, columns
from references.admin.usage import links
from references.models import Reference

PERMISSION = "references.change_reference"


class WaitingMenuItem(MenuItem):
    """Shows the list to those who may change records."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell who may."""
        return request.user.has_perm(PERMISSION)


def _check(request: HttpRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied


def listing(request: HttpRequest) -> HttpResponse:
    """List what waits: who changed what, when, and which pages it is about."""
    _check(request)
    may_publish = request.user.has_perm("references.publish_reference")
    rows = [
        {
            "at": change.revision.created_at,
            "by": change.revision.user,
            "fields": [
                {
                    "label": columns.label(name),
                    "old": columns.words(change.reference, name),
                    "new": columns.words(change.latest, name),
                }
                for name in change.columns
            ],
            "may_approve": may_publish
            and changes.has_approver(request.user, change.reference),
            "pages": links(change.pages, request.user),
            "reference": change.reference,
        }
        for change in changes.waiting()
    ]
    context = {
        "breadcrumbs_items": [{"url": "", "label": _("Waiting changes of sources")}],
        "header_icon": "openquote",
        "header_title": _("Changes of cited sources that wait for approval"),
        "rows": rows,
    }
    return TemplateResponse(request, "references/admin/waiting.html", context)


@require_POST
def decide(request: HttpRequest, reference_id: int, decision: str) -> HttpResponse:
    """Publish a change, or drop it."""
    _check(request)
    reference = get_object_or_404(Reference, pk=reference_id)
    try:
        if decision == "approve":
            changes.approve(reference, by=request.user)
            said = _("Approved and published: “%(name)s”.")
        elif decision == "discard":
            changes.discard(reference, by=request.user)
            said = _("Discarded: “%(name)s” stays as readers see it.")
        else:
            raise Http404
    except changes.NothingWaits as error:
        messages.error(request, str(error))
    else:
        reference.refresh_from_db()
        messages.success(request, said % {"name": reference})
    return redirect("references_waiting")
