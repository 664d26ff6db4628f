"""What the admin asks before it acts on pages that are published under a sign-off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial import publishing
from editorial.models import Reviewed


def refuse_live_copies(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to copy what was signed into what is published: a copy is a draft."""
    if request.method != "POST" or not request.POST.get("publish_copies"):
        return None
    family = page.get_descendants(inclusive=True).specific()
    if not any(isinstance(each, Reviewed) for each in family):
        return None
    messages.error(
        request, _("Not copied: a copy must be reviewed before it is published.")
    )
    return redirect("wagtailadmin_pages:copy", page.pk)


def refuse_bulk_publication(
    request: HttpRequest, action_type: str, objects, action
) -> HttpResponse | None:
    """Refuse to publish pages together of which one may not be, and name why."""
    if action_type != "publish":
        return None
    found = {
        page.title: reason
        for page in (each.specific for each in objects if isinstance(each, Page))
        if isinstance(page, Reviewed) and (reason := publishing.refusal_of_draft(page))
    }
    if not found:
        return None
    for title, reason in found.items():
        messages.error(
            request,
            _("Not published: “%(title)s”. %(reason)s")
            % {"title": title, "reason": reason},
        )
    return redirect("wagtailadmin_explore_root")
