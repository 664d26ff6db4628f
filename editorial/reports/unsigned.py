"""What administrators published although nobody had signed it."""

import django_filters
from django.db.models import BooleanField, Case, Subquery, Value, When
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn

from editorial import edited
from editorial.models import UnsignedPublication
from editorial.reports.listing import Report


class UnsignedFilterSet(WagtailFilterSet):
    """Filters of the report."""

    at = django_filters.DateFromToRangeFilter(
        label=_("Published"), widget=DateRangePickerWidget
    )
    is_unsigned = django_filters.ChoiceFilter(
        label=_("Now"),
        choices=[("yes", _("Still without a sign-off")), ("no", _("Settled since"))],
        method="filter_unsigned",
    )

    class Meta:
        model = UnsignedPublication
        fields: list[str] = []

    def filter_unsigned(self, queryset, name, value):
        """Keep what still needs a reviewer, or the others."""
        return queryset.filter(is_unsigned=value == "yes")


class UnsignedReport(Report):
    """Each publication without sign-off: why, who, when; the newest first."""

    slug = "published-without-sign-off"
    permission = "editorial.view_unsignedpublication"
    page_title = _("Published without sign-off")
    header_icon = "warning"
    nothing = _("Nothing was published without a sign-off.")
    filterset_class = UnsignedFilterSet
    list_export = ["page.title", "reason", "by_name", "at", "is_unsigned"]
    export_headings = {
        "page.title": _("Page"),
        "reason": _("Reason"),
        "by_name": _("Published by"),
        "at": _("Published"),
        "is_unsigned": _("Still without a sign-off"),
    }

    def get_queryset(self):
        """Give the records, each with whether its page is still in want of one."""
        reviewed = edited.with_sign_off(edited.published())
        wanting = reviewed.filter(is_reviewed=False).values("pk")
        return (
            UnsignedPublication.objects.select_related("page")
            .annotate(
                is_unsigned=Case(
                    When(page__in=Subquery(wanting), then=Value(True)),
                    default=Value(False),
                    output_field=BooleanField(),
                )
            )
            .order_by("-at", "-pk")
        )

    @cached_property
    def columns(self):
        """Give what the table shows."""
        return [
            self.title_column("page"),
            Column("reason", label=_("Reason")),
            Column("by_name", label=_("Published by")),
            DateColumn("at", label=_("Published")),
            BooleanColumn("is_unsigned", label=_("Still without a sign-off")),
        ]
