"""What the admin asks before it acts on pages that are published under a sign-off."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial import publishing
from editorial.models import PublishedVersion, Reviewed

MAY_DELETE = "editorial.delete_published_page"


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


def lead_to_withdrawal(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead whoever unpublishes what readers have seen to the form that asks why."""
    if isinstance(page, Reviewed):
        return redirect("editorial_withdraw", page.pk)
    if not request.POST.get("include_descendants"):
        return None
    return _refuse_withdrawal(request, _seen([page]))


def refuse_bulk_withdrawal(
    request: HttpRequest, action_type: str, objects, action
) -> HttpResponse | None:
    """Refuse to unpublish together what each needs a reason of its own."""
    if action_type != "unpublish":
        return None
    return _refuse_withdrawal(request, _seen(objects))


def refuse_deletion(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to delete what readers have seen, save to administrators."""
    return _refuse_deletion(request, [page])


def refuse_bulk_deletion(
    request: HttpRequest, action_type: str, objects, action
) -> HttpResponse | None:
    """Refuse the same in the explorer's bulk action."""
    if action_type != "delete":
        return None
    return _refuse_deletion(request, objects)


def _seen(objects) -> list[str]:
    """Give the titles of what readers have seen among pages and those below them."""
    pages = Page.objects.none()
    for page in objects:
        if isinstance(page, Page):
            pages = pages | Page.objects.descendant_of(page, inclusive=True)
    seen = pages.filter(Exists(PublishedVersion.objects.filter(page=OuterRef("pk"))))
    return list(seen.order_by("title").values_list("title", flat=True))


def _refuse_withdrawal(request: HttpRequest, titles: list[str]) -> HttpResponse | None:
    if not titles:
        return None
    said = _("Not unpublished: withdraw each of these by itself, with a reason: %s.")
    messages.error(request, said % "; ".join(titles))
    return redirect("wagtailadmin_explore_root")


def _refuse_deletion(request: HttpRequest, objects) -> HttpResponse | None:
    if request.user.has_perm(MAY_DELETE) or not (titles := _seen(objects)):
        return None
    said = _("Not deleted: readers have seen %s. Withdraw it, with a reason, instead.")
    messages.error(request, said % "; ".join(titles))
    return redirect("wagtailadmin_explore_root")


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
