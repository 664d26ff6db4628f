"""Reports about the library, below “Reports” in the admin."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView

from references.models import LinkState, Reference, StandingState

FINE = (StandingState.CURRENT, StandingState.CORRECTED)


class TroubleFilterSet(WagtailFilterSet):
    """Filters of the report of sources in trouble."""

    standing = django_filters.ChoiceFilter(
        label=_("Standing"), choices=StandingState.choices
    )
    link_state = django_filters.ChoiceFilter(
        label=_("Address"), choices=LinkState.choices
    )

    class Meta:
        model = Reference
        fields = ["standing", "link_state"]


class TroubleReportView(ReportView):
    """Sources that were retracted or questioned, are gone, or could not be checked."""

    page_title = _("Sources in trouble")
    header_icon = "warning"
    index_url_name = "references_trouble"
    index_results_url_name = "references_trouble_results"
    results_template_name = "references/admin/trouble_results.html"
    filterset_class = TroubleFilterSet
    permission_required = "change"
    model = Reference
    is_searchable = False
    list_export = [
        "title",
        "standing",
        "notice_doi",
        "notice_date",
        "standing_checked_at",
        "standing_failure",
        "url",
        "link_state",
        "link_checked_at",
    ]

    def get_queryset(self):
        """Give what is in trouble or was asked about without an answer."""
        return (
            Reference.objects.filter(
                ~Q(standing__in=FINE)
                | ~Q(standing_failure="")
                | Q(link_state__in=(LinkState.SUSPECT, LinkState.DEAD))
            )
            .order_by("title", "pk")
            .distinct()
        )
