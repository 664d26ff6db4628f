"""What readers were told of changes; to be read, never to be changed."""

import django_filters
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.models import Page

from editorial import notices
from editorial.models import ChangeNotice, NoticeKind
from editorial.reports.listing import Report


class NoticeFilterSet(WagtailFilterSet):
    """Filters of the report."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=lambda: [(kind, notices.label(kind)) for kind in NoticeKind],
    )
    at = django_filters.DateFromToRangeFilter(
        label=_("Date"), widget=DateRangePickerWidget
    )
    page = django_filters.ModelChoiceFilter(
        label=_("Page"),
        queryset=lambda request: Page.objects.filter(
            pk__in=ChangeNotice.objects.order_by().values("page")
        ).order_by("title"),
    )

    class Meta:
        model = ChangeNotice
        fields: list[str] = []


class NoticeReport(Report):
    """Each change that readers were told of: what, why, who, when; the newest first."""

    slug = "change-notices"
    permission = "editorial.view_changenotice"
    page_title = _("Change notices")
    header_icon = "history"
    nothing = _("Nothing that was published has changed.")
    filterset_class = NoticeFilterSet
    list_export = [
        *("page.title", "at", "kind", "what", "why", "by_name", "version.number"),
        "page.full_url",
    ]
    export_headings = {
        "page.title": _("Page"),
        "at": _("Date"),
        "kind": _("Kind"),
        "what": _("What changed"),
        "why": _("Why"),
        "by_name": _("By"),
        "version.number": _("Version"),
        "page.full_url": _("Address"),
    }

    def get_queryset(self):
        """Give the notices of all pages, without the texts that they changed."""
        return ChangeNotice.objects.select_related("page", "version").defer(
            "version__html"
        )

    @cached_property
    def columns(self):
        """Give what the table shows."""
        return [
            self.title_column("page"),
            DateColumn("at", label=_("Date")),
            Column(
                "kind",
                label=_("Kind"),
                accessor=lambda notice: notices.label(notice.kind),
            ),
            Column("what", label=_("What changed")),
            Column("why", label=_("Why")),
            Column("by_name", label=_("By")),
        ]
