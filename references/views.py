"""The public library: what articles stand on, to look up and to take away."""

from django import forms
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from references import search, uses
from references.formats import registry
from references.models import CslType, Merge, Reference, StandingState

RECORDS_PER_PAGE = 25
MOST_EXPORTED = 2_000

# The endings of addresses, the format behind each, and its media type.
DOWNLOADS = {
    "ris": ("ris", "application/x-research-info-systems"),
    "bib": ("bibtex", "application/x-bibtex"),
    "json": ("csl-json", "application/vnd.citationstyles.csl+json"),
}
STYLES = {"ama": "AMA", "vancouver": "Vancouver", "apa": "APA"}


class LibraryForm(forms.Form):
    """What a reader asks the library for; every field may be empty."""

    q = forms.CharField(label=_("Words"), required=False, max_length=500)
    type = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("All")), *CslType.choices]
    )
    year_from = forms.IntegerField(
        label=_("From year"), required=False, min_value=1000, max_value=9999
    )
    year_to = forms.IntegerField(
        label=_("To year"), required=False, min_value=1000, max_value=9999
    )
    standing = forms.ChoiceField(
        label=_("Standing"),
        required=False,
        choices=[("", _("All")), *StandingState.choices],
    )

    def results(self):
        """Give the published records that fit; a field that is wrong is left out."""
        self.is_valid()
        asked = self.cleaned_data
        found = Reference.objects.filter(live=True)
        for name, value in (
            ("csl_type", asked.get("type")),
            ("year__gte", asked.get("year_from")),
            ("year__lte", asked.get("year_to")),
            ("standing", asked.get("standing")),
        ):
            if value:
                found = found.filter(**{name: value})
        return search.search(found, asked.get("q", ""))


def library(request: HttpRequest) -> HttpResponse:
    """List the published records, a page at a time; 404 for an unknown page."""
    form = LibraryForm(request.GET)
    try:
        paginator = Paginator(form.results(), RECORDS_PER_PAGE)
        page = paginator.page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error
    asked = {
        name: str(value)
        for name, value in request.GET.items()
        if name in form.fields and value
    }
    context = {
        "asked": urlencode(asked),
        "downloads": list(DOWNLOADS),
        "form": form,
        "references": page,
    }
    return render(request, "references/library.html", context)


def record(request: HttpRequest, reference_id: int) -> HttpResponse:
    """Show one record; one that was merged leads to the record that was kept."""
    reference = Reference.objects.filter(pk=reference_id, live=True).first()
    if reference is None:
        merge = Merge.objects.filter(absorbed_pk=reference_id, undone_at=None).first()
        if merge is None:
            raise Http404
        return redirect("references:record", merge.kept_id, permanent=True)
    pages = [page for page in uses.published_pages(reference) if _is_open(page)]
    context = {
        "downloads": list(DOWNLOADS),
        "pages": [
            {"title": page.title, "url": page.get_url(request)} for page in pages
        ],
        "reference": reference,
        "styles": [
            {"name": name, "text": registry.write([reference.item], style).strip()}
            for style, name in STYLES.items()
        ],
    }
    return render(request, "references/record.html", context)


def _is_open(page) -> bool:
    return not page.get_view_restrictions()


def cite(request: HttpRequest, reference_id: int, ending: str) -> HttpResponse:
    """Give one record as a file of a reference manager."""
    reference = get_object_or_404(Reference, pk=reference_id, live=True)
    return _file([reference], ending, f"reference-{reference_id}")


def export(request: HttpRequest, ending: str) -> HttpResponse:
    """Give the records that the same question lists, as a file."""
    found = LibraryForm(request.GET).results()[:MOST_EXPORTED]
    return _file(list(found), ending, "references")


def _file(references: list[Reference], ending: str, name: str) -> HttpResponse:
    format, media_type = DOWNLOADS[ending]
    text = registry.write([reference.item for reference in references], format)
    response = HttpResponse(text, content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response
