"""Records that may be of one work: listed, compared side by side, merged, and back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.menu import MenuItem

from references import columns, duplicates, merging
from references.admin import comparing
from references.admin.usage import linked, links
from references.merging import Side
from references.models import Merge, Reference, SuspectedPair
from references.uses import uses_of

PAGE_SIZE = 50
PERMISSIONS = ("references.change_reference", "references.delete_reference")


class DuplicatesMenuItem(MenuItem):
    """Shows the list to those who may merge."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell who may."""
        return request.user.has_perms(PERMISSIONS)


def _check(request: HttpRequest) -> None:
    if not request.user.has_perms(PERMISSIONS):
        raise PermissionDenied


def _breadcrumbs(*labels: str) -> list[dict[str, str]]:
    crumbs = [
        {
            "url": reverse("wagtailsnippets_references_reference:list"),
            "label": _("References"),
        },
        {"url": reverse("references_duplicates"), "label": _("Possible duplicates")},
    ]
    return [*crumbs, *({"url": "", "label": label} for label in labels)]


def _page(request: HttpRequest, rows) -> dict[str, Any]:
    paginator = Paginator(rows, PAGE_SIZE)
    page = paginator.get_page(request.GET.get("p"))
    elided = paginator.get_elided_page_range(page.number)
    return {"elided_page_range": elided, "page": page}


def listing(request: HttpRequest) -> HttpResponse:
    """List the pairs that nobody decided about."""
    _check(request)
    context = {
        "breadcrumbs_items": [{"url": "", "label": _("Possible duplicates")}],
        "header_icon": "copy",
        "header_title": _("Possible duplicates"),
        **_page(request, duplicates.open_pairs()),
    }
    return TemplateResponse(request, "references/admin/duplicates.html", context)


@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """Have the whole library compared in the background."""
    _check(request)
    duplicates.search_task.enqueue()
    messages.success(
        request, _("The library is being compared. New pairs appear in this list.")
    )
    return redirect("references_duplicates")


@require_POST
def dismiss(request: HttpRequest, pair_id: int) -> HttpResponse:
    """Tell two records apart for good."""
    _check(request)
    pair = get_object_or_404(duplicates.open_pairs(), pk=pair_id)
    duplicates.dismiss(pair, by=request.user)
    messages.success(
        request, _("Noted: these are different works. They are not suspected again.")
    )
    return redirect("references_duplicates")


def compare(request: HttpRequest, first_id: int, second_id: int) -> HttpResponse:
    """Show two records side by side; ask once more, then merge them."""
    _check(request)
    found = Reference.objects.in_bulk([first_id, second_id])
    if len(found) < 2:
        messages.error(request, _("One of the two records is gone."))
        return redirect("references_duplicates")
    pair = (found[first_id], found[second_id])
    used = uses_of(pair)
    form = comparing.MergeForm(
        request.POST or None, pair=pair, initial=comparing.suggested(pair, used)
    )
    template = "references/admin/compare.html"
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["step"] == "confirmed":
            return _merge(request, form)
        if form.cleaned_data["step"] != "change":
            template = "references/admin/duplicates_confirm.html"
    context = {
        "breadcrumbs_items": _breadcrumbs(_("Compare")),
        "differing": len(form.differing),
        "form": form,
        "header_icon": "copy",
        "header_title": _("Are these the same work?"),
        "records": [
            {
                "is_chosen": str(form["kept"].value()) == str(reference.pk),
                "reference": reference,
                "uses": linked(used[reference.pk], request.user),
                "use_count": len(used[reference.pk]),
            }
            for reference in pair
        ],
        "rows": comparing.rows(form),
        "suspected": SuspectedPair.objects.filter(
            first_id=min(found), second_id=max(found), state=SuspectedPair.State.OPEN
        ).first(),
    }
    if template.endswith("confirm.html"):
        context |= {
            "absorbed": form.absorbed_record,
            "absorbed_uses": used[form.absorbed_record.pk],
            "header_title": _("Merge these records?"),
            "kept": form.kept_record,
            "taken": [
                columns.label(name)
                for name, side in form.sides.items()
                if side == Side.ABSORBED
            ],
            "uses": linked(used[form.absorbed_record.pk], request.user),
        }
    return TemplateResponse(request, template, context)


def _merge(request: HttpRequest, form: comparing.MergeForm) -> HttpResponse:
    name = str(form.absorbed_record)
    try:
        done = merging.merge(
            form.kept_record, form.absorbed_record, by=request.user, fields=form.sides
        )
    except merging.CannotMerge as error:
        messages.error(request, str(error))
        return redirect("references_duplicates")
    messages.success(
        request,
        _("“%(absorbed)s” was merged into “%(kept)s”.")
        % {"absorbed": name, "kept": done.kept},
    )
    if done.kept_before["proposal"]:
        messages.warning(
            request,
            _(
                "Published pages use this record: what you replaced in it waits until "
                "somebody else approves it."
            ),
        )
    return redirect("references_merges")


def merges(request: HttpRequest) -> HttpResponse:
    """List past merges, each with a way back."""
    _check(request)
    context = {
        "breadcrumbs_items": _breadcrumbs(_("Merges")),
        "header_icon": "history",
        "header_title": _("Merged records"),
        **_page(request, Merge.objects.select_related("kept", "merged_by")),
    }
    return TemplateResponse(request, "references/admin/merges.html", context)


@require_POST
def undo(request: HttpRequest, merge_id: int) -> HttpResponse:
    """Take a merge back, and name what was left."""
    _check(request)
    merge = get_object_or_404(Merge, pk=merge_id)
    try:
        outcome = merging.undo(merge, by=request.user)
    except merging.CannotUndo as error:
        messages.error(request, str(error))
        return redirect("references_merges")
    messages.success(request, _("“%(name)s” is back.") % {"name": outcome.restored})
    if outcome.left:
        messages.warning(
            request,
            format_html(
                _("Changed since the merge, and left as they are: {names}."),
                names=links(outcome.left, request.user),
            ),
        )
    return redirect("references_merges")
