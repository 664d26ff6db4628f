"""Published pages whose review is due, or soon will be."""

from datetime import timedelta

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from editorial.models import BroughtForward, ReviewDate
from editorial.reports.listing import Report

SOON = timedelta(days=60)


def due() -> QuerySet[ReviewDate]:
    """Give the review dates of published pages that have come or are past."""
    return ReviewDate.objects.of_published().due_by(timezone.localdate())


class DueFilterSet(WagtailFilterSet):
    """Filters of the report."""

    due = django_filters.ChoiceFilter(
        label=_("Due"),
        choices=[("now", _("Today or before")), ("soon", _("Within 60 days"))],
        empty_label=_("Any day"),
        method="filter_due",
    )
    reason = django_filters.ChoiceFilter(
        label=_("Brought forward because"), choices=BroughtForward.choices
    )
    mine = django_filters.ChoiceFilter(
        label=_("Responsible"),
        choices=[("yes", _("Me")), ("nobody", _("All editors"))],
        empty_label=_("Anybody"),
        method="filter_mine",
    )

    class Meta:
        model = ReviewDate
        fields = ["due", "reason", "mine"]

    def filter_due(self, queryset, name, value):
        """Keep what is due now, or within the time of the first reminder."""
        today = timezone.localdate()
        return queryset.due_by(today if value == "now" else today + SOON)

    def filter_mine(self, queryset, name, value):
        """Keep what the reader of the report sees to, or what nobody in person does."""
        user = self.request.user if value == "yes" else None
        return queryset.filter(responsible=user)


def _state(date: ReviewDate) -> str:
    days = (date.due_on - timezone.localdate()).days
    if days < 0:
        return gettext("Overdue")
    return gettext("Due today") if days == 0 else ""


def _person(date: ReviewDate) -> str:
    user = date.responsible
    return (
        (user.get_full_name() or user.get_username())
        if user
        else gettext("All editors")
    )


class DueReport(Report):
    """When each page must be reviewed again, the longest overdue first."""

    slug = "due-for-review"
    permission = "editorial.view_signoff"
    page_title = _("Due for review")
    header_icon = "date"
    nothing = _("No published page has a review date.")
    filterset_class = DueFilterSet
    list_export = [
        "page.title",
        "due_on",
        "state",
        "get_reason_display",
        "brought_forward_at",
        "person",
        "page.full_url",
    ]
    export_headings = {
        "page.title": _("Page"),
        "due_on": _("Review due"),
        "state": _("State"),
        "get_reason_display": _("Brought forward because"),
        "brought_forward_at": _("Brought forward"),
        "person": _("Responsible"),
        "page.full_url": _("Address"),
    }

    def get_queryset(self):
        """Give the dates."""
        dates = ReviewDate.objects.of_published()
        return dates.select_related("page", "responsible").order_by("due_on", "pk")

    def decorate_paginated_queryset(self, object_list):
        """Put in words how late each is, and who sees to it."""
        for date in object_list:
            date.state, date.person = _state(date), _person(date)
        return object_list

    @cached_property
    def columns(self):
        """Give what the table shows."""
        return [
            self.title_column("page"),
            Column("due_on", label=_("Review due")),
            Column("state", label=_("State")),
            Column("get_reason_display", label=_("Brought forward because")),
            Column("person", label=_("Responsible")),
        ]
