"""Paste anything: give a text or a file, look through what it holds, add it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from references import pasting
from references.formats import encoding
from references.models import Paste, PasteEntry


class PasteForm(forms.Form):
    """A text or a file that holds references, in any format that is known."""

    text = forms.CharField(
        label=gettext_lazy("References"),
        required=False,
        strip=False,
        max_length=pasting.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "A DOI, PMID, PMCID, ISBN or address; one or many typed references; "
            "RIS, BibTeX, PubMed, EndNote or CSL-JSON."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        widget=forms.FileInput(
            attrs={"accept": ".ris,.nbib,.bib,.xml,.json,.txt,.enw,.medline"}
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two, and decode a file."""
        data = super().clean() or {}
        file = data.get("file")
        if file is not None:
            try:
                if file.size > encoding.MAX_BYTES:
                    raise encoding.TooLarge(file.size)
                data["text"] = encoding.decode(file.read())
            except ValueError as error:
                self.add_error("file", str(error))
        elif not data.get("text", "").strip():
            self.add_error("text", _("Paste something, or choose a file."))
        return data


def _check(request: HttpRequest) -> None:
    if not request.user.has_perm("references.add_reference"):
        raise PermissionDenied


def _own(request: HttpRequest, paste_id: int) -> Paste:
    _check(request)
    return get_object_or_404(Paste, pk=paste_id, owner=request.user)


def _breadcrumbs(*labels: str) -> list[dict[str, str]]:
    listing = {
        "url": reverse("wagtailsnippets_references_reference:list"),
        "label": _("References"),
    }
    return [listing, *({"url": "", "label": label} for label in labels)]


def paste(request: HttpRequest) -> HttpResponse:
    """Ask for a text or a file, and keep what it holds."""
    _check(request)
    form = PasteForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        filename = file.name if file else ""
        try:
            kept = pasting.start(
                form.cleaned_data["text"], by=request.user, filename=filename
            )
        except pasting.TooMuch as error:
            form.add_error("file" if file else "text", str(error))
        else:
            return redirect("references_paste_review", kept.pk)
    context = {
        "breadcrumbs_items": _breadcrumbs(_("Paste")),
        "form": form,
        "header_icon": "openquote",
        "header_title": _("Add references by pasting"),
    }
    status = 400 if form.errors else 200
    return TemplateResponse(
        request, "references/admin/paste.html", context, status=status
    )


def _shown(entry: PasteEntry, chosen: str = "", error: str = "") -> dict[str, Any]:
    offered = [] if entry.is_settled else pasting.options(entry)
    return {
        "entry": entry,
        "chosen": chosen or (offered[0].key if offered else ""),
        "error": error,
        "is_waiting": entry.state == PasteEntry.State.WAITING,
        "options": offered,
    }


def review(request: HttpRequest, paste_id: int) -> HttpResponse:
    """Show what each part was understood as, and carry out what the editor chose."""
    kept = _own(request, paste_id)
    entries = list(kept.entries.select_related("reference"))
    errors: dict[int, str] = {}
    if request.method == "POST":
        added = 0
        for entry in entries:
            key = request.POST.get(f"entry-{entry.pk}")
            if entry.is_settled or key is None:
                continue
            try:
                added += pasting.settle(entry, key, by=request.user) is not None
            except ValidationError as error:
                errors[entry.pk] = " ".join(error.messages)
        if added:
            messages.success(
                request,
                ngettext(
                    "%(count)d reference is in the library.",
                    "%(count)d references are in the library.",
                    added,
                )
                % {"count": added},
            )
        if not errors:
            return redirect("references_paste_review", kept.pk)
    rows = [
        _shown(
            entry,
            request.POST.get(f"entry-{entry.pk}", ""),
            errors.get(entry.pk, ""),
        )
        for entry in entries
    ]
    context = {
        "breadcrumbs_items": [
            *_breadcrumbs(),
            {"url": reverse("references_paste"), "label": _("Paste")},
            {"url": "", "label": _("Look through")},
        ],
        "header_icon": "openquote",
        "header_title": _("Look through what was pasted"),
        "is_settled": all(entry.is_settled for entry in entries),
        "paste": kept,
        "rows": rows,
    }
    return TemplateResponse(
        request,
        "references/admin/paste_review.html",
        context,
        status=400 if errors else 200,
    )


@require_POST
def look_up(request: HttpRequest, paste_id: int, entry_id: int) -> HttpResponse:
    """Look one entry up: its part of the page for a script, the page for others."""
    kept = _own(request, paste_id)
    entry = get_object_or_404(kept.entries, pk=entry_id)
    if not entry.is_settled and entry.state != PasteEntry.State.UNREADABLE:
        pasting.look_up(entry)
        entry.save()
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        context = {"row": _shown(entry), "paste": kept}
        return TemplateResponse(request, "references/admin/paste_entry.html", context)
    return redirect("references_paste_review", kept.pk)
