"""The public library: what articles stand on, to look up and to take away."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from references import exporting
from references.citing.library import printed
from references.citing.settings import style_for
from references.citing.styles import as_html
from references.csl import address
from references.formats import registry
from references.listing import LibraryForm, citing_pages
from references.models import Merge, Reference
from references.search import MOST_FOUND

RECORDS_PER_PAGE = 25
MOST_EXPORTED = 5_000

STYLES = {"ama": "AMA", "vancouver": "Vancouver", "apa": "APA"}


@dataclass(frozen=True)
class Download:
    """A format as readers take it away; `format` is empty where a style names it."""

    name: Any
    media_type: str
    format: str = ""


# By the endings of addresses.
DOWNLOADS = {
    "ris": Download("RIS", "application/x-research-info-systems", "ris"),
    "bib": Download("BibTeX", "application/x-bibtex", "bibtex"),
    "json": Download("CSL-JSON", "application/vnd.citationstyles.csl+json", "csl-json"),
    "txt": Download(_("Text"), "text/plain"),
}


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
        "downloads": DOWNLOADS,
        "entries": printed(page, style_for(request)),
        "form": form,
        "is_cut": paginator.count > MOST_EXPORTED,
        "most_exported": MOST_EXPORTED,
        "most_found": MOST_FOUND,
        "references": page,
    }
    return render(request, "references/library.html", context)


def record(request: HttpRequest, reference_id: int) -> HttpResponse:
    """Show one record; one that was merged leads to the record that was kept."""
    reference = _published(reference_id)
    if reference is None:
        return redirect("references:record", _kept(reference_id))
    context = {
        "address": address(reference.url),
        "downloads": DOWNLOADS,
        "html": as_html(reference.item, style_for(request)),
        "pages": citing_pages(reference),
        "reference": reference,
        "styles": [
            {"name": name, "text": registry.write([reference.item], style).strip()}
            for style, name in STYLES.items()
        ],
    }
    return render(request, "references/record.html", context)


def cite(request: HttpRequest, reference_id: int, ending: str) -> HttpResponseBase:
    """Give one record as a file of a reference manager, or as text in a style."""
    reference = _published(reference_id)
    if reference is None:
        address = reverse("references:cite", args=(_kept(reference_id), ending))
        query = request.GET.urlencode()
        return redirect(f"{address}?{query}" if query else address)
    return _file(request, [reference], ending, f"reference-{reference_id}")


def export(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Give the records that the same question lists, as a file."""
    found = LibraryForm(request.GET).results()[:MOST_EXPORTED]
    return _file(request, found, ending, "references")


def _file(
    request: HttpRequest, references: Iterable[Reference], ending: str, name: str
) -> HttpResponseBase:
    download = DOWNLOADS[ending]
    style = request.GET.get("style", "ama")
    if not download.format and style not in STYLES:
        raise Http404
    response = StreamingHttpResponse(
        exporting.stream(references, download.format or style),
        content_type=f"{download.media_type}; charset=utf-8",
    )
    if download.format:
        response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _published(pk: int) -> Reference | None:
    return Reference.objects.live().filter(pk=pk).first()


def _kept(pk: int) -> int:
    """Give the key of the record that absorbed one; 404 when none did."""
    merge = Merge.objects.filter(absorbed_pk=pk, undone_at=None).first()
    if merge is None:
        raise Http404
    return merge.kept_id
