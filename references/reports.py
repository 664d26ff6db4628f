"""What the admin tells editors about sources in trouble: a report and a panel."""

from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, ReferenceIndex

from references.models import LinkState, Reference, StandingState

PERMISSIONS = ("references.view_reference", "references.change_reference")
FINE = (StandingState.CURRENT, StandingState.CORRECTED)
_NOT_RELIABLE = ~Q(standing__in=FINE) | Q(link_state=LinkState.DEAD)


def with_uses(references: QuerySet[Reference]) -> QuerySet[Any]:
    """Add to each record, as `use_count`, how many published pages use it."""
    kinds = ContentType.objects.get_for_models(Page, Reference)
    published = Page.objects.live().values(key=Cast("pk", CharField()))
    uses = (
        ReferenceIndex.objects.filter(
            to_content_type=kinds[Reference],
            to_object_id=Cast(OuterRef("pk"), CharField()),
            base_content_type=kinds[Page],
            object_id__in=published,
        )
        .order_by()
        .values("to_object_id")
        .annotate(count=Count("object_id", distinct=True))
    )
    return references.annotate(use_count=Coalesce(Subquery(uses.values("count")), 0))


class TroubleFilterSet(WagtailFilterSet):
    """Filters of the report of sources in trouble."""

    standing = django_filters.ChoiceFilter(
        label=_("Standing"), choices=StandingState.choices
    )
    link_state = django_filters.ChoiceFilter(
        label=_("Address"), choices=LinkState.choices
    )
    in_use = django_filters.ChoiceFilter(
        label=_("Use"),
        method="filter_use",
        choices=[("yes", _("In published pages")), ("no", _("In none"))],
    )

    class Meta:
        model = Reference
        fields = ["standing", "link_state"]

    def filter_use(self, queryset, name, value):
        """Keep those that published pages use, or the others."""
        if value == "yes":
            return queryset.filter(use_count__gt=0)
        return queryset.filter(use_count=0)


class TroubleReportView(ReportView):
    """Sources that were retracted or questioned, are gone, or could not be checked."""

    page_title = _("Sources in trouble")
    header_icon = "warning"
    index_url_name = "references_trouble"
    index_results_url_name = "references_trouble_results"
    results_template_name = "references/admin/trouble_results.html"
    filterset_class = TroubleFilterSet
    model = Reference
    permission_required = "change"
    is_searchable = False
    list_export = [
        "pk",
        "title",
        "doi",
        "pmid",
        "get_standing_display",
        "notice_date",
        "notice_url",
        "standing_checked_at",
        "standing_failure",
        "url",
        "get_link_state_display",
        "link_checked_at",
        "use_count",
    ]
    export_headings = {
        "pk": _("Number"),
        "doi": "DOI",
        "pmid": "PMID",
        "get_standing_display": _("Standing"),
        "notice_date": _("Since"),
        "notice_url": _("Notice"),
        "standing_checked_at": _("Last checked"),
        "standing_failure": _("Why not"),
        "get_link_state_display": _("Address answers"),
        "link_checked_at": _("Address last tried"),
        "use_count": _("Published pages that use it"),
    }

    def user_has_permission(self, permission: str) -> bool:
        """Let in who may see and mend the records."""
        return self.request.user.has_perms(PERMISSIONS)

    def get_queryset(self) -> QuerySet[Any]:
        """Give what is in trouble or has no answer, that in use first."""
        troubled = Reference.objects.filter(
            _NOT_RELIABLE | ~Q(standing_failure="") | Q(link_state=LinkState.SUSPECT)
        )
        return with_uses(troubled).order_by(F("use_count").desc(), "title", "pk")


class TroubleMenuItem(MenuItem):
    """The report among the others."""

    def is_shown(self, request) -> bool:
        """Show it to those who may open it."""
        return request.user.has_perms(PERMISSIONS)


class TroublePanel(Component):
    """Tells editors on the dashboard how many sources that readers see are in trouble.

    It renders nothing where there are none.
    """

    name = "sources_in_trouble"
    template_name = "references/admin/trouble_panel.html"
    order = 90

    def get_context_data(self, parent_context) -> dict[str, Any]:
        """Count the sources in use that readers should not rely on, or cannot reach."""
        used = with_uses(Reference.objects.live().filter(_NOT_RELIABLE))
        url = reverse("references_trouble")
        return {
            "count": used.filter(use_count__gt=0).count(),
            "url": f"{url}?in_use=yes",
        }
