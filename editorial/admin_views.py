"""The editors' queue of readers' requests for a source."""

from typing import Any

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, QuerySet, When
from django.forms import RadioSelect
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from editorial import source_requests
from editorial.forms import DecisionForm
from editorial.models import RequestState, SourceRequest
from editorial.quoting import content_path

PERMISSION = "editorial.decide_sourcerequest"


class SourceRequestFilterSet(WagtailFilterSet):
    """Filters of the queue."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=RequestState.choices,
        empty_label=gettext_lazy("All"),
        widget=RadioSelect,
    )
    page = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Page"),
        queryset=lambda request: Page.objects.filter(
            pk__in=SourceRequest.objects.values("page")
        ).order_by("title"),
    )

    class Meta:
        model = SourceRequest
        fields = ["state", "page"]


class SourceRequestsView(ReportView):
    """The sentences that readers asked a source for, those that wait first."""

    page_title = gettext_lazy("Source requests")
    header_icon = "help"
    index_url_name = "editorial_source_requests"
    index_results_url_name = "editorial_source_requests_results"
    results_template_name = "editorial/admin/source_requests_results.html"
    filterset_class = SourceRequestFilterSet
    model = SourceRequest
    permission_required = "decide"
    is_searchable = False
    list_export = [
        "page",
        "sentence",
        "readers",
        "created_at",
        "get_state_display",
        "reason",
        "decided_by",
        "decided_at",
    ]
    export_headings = {
        "readers": gettext_lazy("Readers who asked"),
        "get_state_display": gettext_lazy("State"),
    }

    def user_has_permission(self, permission: str) -> bool:
        """Let in who may decide."""
        return self.request.user.has_perm(PERMISSION)

    def get_queryset(self) -> QuerySet[Any]:
        """Give what waits, the longest first, and then what is decided."""
        waits_first = Case(When(state=RequestState.WAITING, then=0), default=1)
        return (
            SourceRequest.objects.select_related("page", "decided_by")
            .annotate(readers=Count("askers"))
            .order_by(waits_first, "created_at", "pk")
        )

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """Add how many requests are in each state, with links to them."""
        context = super().get_context_data(**kwargs)
        rows = SourceRequest.objects.order_by().values_list("state")
        counts = dict(rows.annotate(Count("pk")))
        context["states"] = [
            {
                "address": f"{reverse(self.index_url_name)}?state={value}",
                "count": counts.get(value, 0),
                "is_current": value == self.request.GET.get("state"),
                "label": label,
            }
            for value, label in RequestState.choices
        ]
        return context

    def decorate_paginated_queryset(self, object_list):
        """Add to each, as `stands`, whether its sentence is in the published text."""
        requests = list(object_list)
        found: dict[int, list[SourceRequest]] = {}
        for request in requests:
            found.setdefault(request.page_id, []).append(request)
        pages = Page.objects.filter(pk__in=found).specific()
        standing = {
            request.pk
            for page in pages
            for request in source_requests.standing_on(page, found[page.pk])
        }
        for request in requests:
            request.stands = request.pk in standing
        return requests


def decide(request: HttpRequest, request_id: int) -> HttpResponse:
    """Show one sentence with what readers noted, and take an editor's decision."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    asked = get_object_or_404(
        SourceRequest.objects.select_related("page", "decided_by"), pk=request_id
    )
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            source_requests.decide(
                asked,
                RequestState(form.cleaned_data["outcome"]),
                by=request.user,
                reason=form.cleaned_data["reason"],
            )
        except source_requests.NotAccepted as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("%(state)s: %(sentence)s")
                % {"state": asked.get_state_display(), "sentence": asked},
            )
            return redirect("editorial_source_requests")
    page = asked.page.specific
    path = content_path(page, asked.block_id)
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    askers = list(asked.askers.order_by("created_at", "pk"))
    context = {
        "asked": asked,
        "askers": askers,
        "breadcrumbs_items": [
            {
                "url": reverse("editorial_source_requests"),
                "label": _("Source requests"),
            },
            {"url": "", "label": _("Source request")},
        ],
        "edit_url": f"{edit_url}#:w:contentpath={path}" if path else edit_url,
        "form": form,
        "header_icon": "help",
        "header_title": str(asked),
        "is_waiting": asked.state == RequestState.WAITING,
        "page": page,
        "stands": source_requests.sentence_stands(page, asked),
        "to_be_mailed": sum(bool(asker.email) for asker in askers),
    }
    return TemplateResponse(request, "editorial/admin/source_request.html", context)


class SourceRequestsMenuItem(MenuItem):
    """Shows the queue to those who may decide."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell who may."""
        return request.user.has_perm(PERMISSION)
