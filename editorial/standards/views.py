"""The sheet in the admin, for the site and for an article, and as a file."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from editorial.models import Reviewed
from editorial.standards import reading, sheet
from editorial.standards.sheet import Row
from editorial.standards.verdict import LABELS

PERMISSION = "editorial.view_signoff"


def may_see(user, page: Any) -> bool:
    """Whether this user may see the sheet of this page: who may edit or review it."""
    return isinstance(page, Reviewed) and (
        user.has_perm(PERMISSION) or page.permissions_for_user(user).can_edit()
    )


def of_article(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the lines that concern one article."""
    page: Any = get_object_or_404(Page, pk=page_id).specific
    if not issubclass(type(page), Reviewed):
        raise Http404
    if not may_see(request.user, page):
        raise PermissionDenied
    facts = reading.of_article(page, request)
    rows = sheet.of_article(facts)
    about = {"title": facts.title, "address": page.full_url or ""}
    edit = {"url": facts.edit_url, "label": facts.title}
    return _answer(request, rows, f"standards-{page.pk}", about, [edit])


def of_site(request: HttpRequest) -> HttpResponse:
    """Show the lines that concern the site as a whole."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    site = Site.find_for_request(request) or Site.objects.first()
    if site is None:
        raise Http404
    rows = sheet.of_site(reading.of_site(site))
    about = {"title": site.site_name or site.hostname, "address": site.root_url}
    return _answer(request, rows, "standards", about)


def _answer(
    request: HttpRequest,
    rows: list[Row],
    name: str,
    about: dict[str, Any],
    above: Sequence[dict[str, str]] = (),
) -> HttpResponse:
    kind = request.GET.get("export")
    if kind in {"csv", "json"}:
        return _file(
            sheet.absolute(rows, settings.WAGTAILADMIN_BASE_URL), name, kind, about
        )
    title = _("Standards: %(title)s") % about
    context = {
        "breadcrumbs_items": [*above, {"url": "", "label": title}],
        "counts": [
            {"label": LABELS[state], "number": number}
            for state, number in sheet.counts(rows).items()
        ],
        "groups": sheet.grouped(rows),
        "header_icon": "clipboard-list",
        "header_title": title,
    }
    return TemplateResponse(request, "editorial/admin/standards.html", context)


def _file(rows: list[Row], name: str, kind: str, about: dict[str, Any]) -> HttpResponse:
    response: HttpResponse
    if kind == "json":
        lines = sheet.as_records(rows)
        response = JsonResponse(
            {**about, "lines": lines}, json_dumps_params={"ensure_ascii": False}
        )
    else:
        response = HttpResponse(
            sheet.as_csv(rows), content_type="text/csv; charset=utf-8"
        )
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response
