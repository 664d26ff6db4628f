"""Authors whose interests must be asked for again."""

import django_filters
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn

from authors import disclosures
from authors.models import AuthorPage
from editorial.reports.listing import Report


class DisclosureFilterSet(WagtailFilterSet):
    """Filters of the report."""

    declared = django_filters.ChoiceFilter(
        label=_("Disclosure"),
        choices=[("expired", _("Expired")), ("never", _("Never given"))],
        method="filter_declared",
    )
    writes = django_filters.ChoiceFilter(
        label=_("Published pages"),
        choices=[("yes", _("Some")), ("no", _("None"))],
        method="filter_writes",
    )

    class Meta:
        model = AuthorPage
        fields: list[str] = []

    def filter_declared(self, queryset, name, value):
        """Keep those who declared once, or those who never did."""
        return queryset.filter(last_declared_on__isnull=value == "never")

    def filter_writes(self, queryset, name, value):
        """Keep those whose names stand in a byline, or the others."""
        counted = {"page_count__gt": 0} if value == "yes" else {"page_count": 0}
        return queryset.filter(**counted)


class DisclosureReport(Report):
    """Authors without a disclosure of the last twelve months, the longest first."""

    slug = "disclosures-expired"
    permission = "authors.view_disclosure"
    page_title = _("Disclosures expired")
    header_icon = "clipboard-list"
    nothing = _("Every author disclosed their interests within twelve months.")
    filterset_class = DisclosureFilterSet
    list_export = ["title", "last_declared_on", "page_count", "full_url"]
    export_headings = {
        "title": _("Author"),
        "last_declared_on": _("Last declared on"),
        "page_count": _("Published pages"),
        "full_url": _("Address"),
    }

    def get_queryset(self):
        """Give the authors, each with how many published pages name them."""
        published = Q(authorships__page__live=True)
        return disclosures.overdue(timezone.localdate()).annotate(
            page_count=Count("authorships__page", filter=published, distinct=True)
        )

    @cached_property
    def columns(self):
        """Give what the table shows."""
        title = self.title_column()
        title.label = _("Author")
        return [
            title,
            Column(
                "last_declared_on",
                label=_("Last declared on"),
                accessor=lambda author: author.last_declared_on or _("Never"),
            ),
            NumberColumn("page_count", label=_("Published pages")),
        ]
