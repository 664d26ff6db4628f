"""Published pages that read otherwise than what a clinician signed."""

import django_filters
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.models import Page

from editorial import edited
from editorial.reports.listing import Report


class EditedFilterSet(WagtailFilterSet):
    """Filters of the report."""

    changed_at = django_filters.DateFromToRangeFilter(
        label=_("Changed"), widget=DateRangePickerWidget
    )
    signed_at = django_filters.DateFromToRangeFilter(
        label=_("Signed off"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Page
        fields: list[str] = []


class EditedReport(Report):
    """What was signed once and changed since, the longest changed first."""

    slug = "edited-since-review"
    permission = "editorial.view_signoff"
    page_title = _("Edited since review")
    header_icon = "edit"
    nothing = _("Every published page that was reviewed reads as it was signed.")
    filterset_class = EditedFilterSet
    list_export = ["title", "changed_at", "signed_at", "reviewer_name", "full_url"]
    export_headings = {
        "changed_at": _("Changed"),
        "signed_at": _("Signed off"),
        "reviewer_name": _("Reviewer"),
        "full_url": _("Address"),
    }

    def get_queryset(self):
        """Give the pages."""
        return edited.edited_since_review().order_by("changed_at", "pk")

    @cached_property
    def columns(self):
        """Give what the table shows."""
        return [
            self.title_column(),
            DateColumn("changed_at", label=_("Changed")),
            DateColumn("signed_at", label=_("Signed off")),
            Column("reviewer_name", label=_("Reviewer")),
        ]
