"""What published pages rest on: sources in trouble, claims without a source."""

from collections import defaultdict

import django_filters
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.models import Page, ReferenceIndex

from editorial import checks, edited
from editorial.reports.listing import Report

# By name: this app and the library do not import each other.
_SOURCE = "references.Reference"
_DEAD = Q(link_state="dead")
_FINE = Q(standing__in=("current", "corrected"))


def with_sources_in_trouble() -> QuerySet[Page]:
    """Give the published pages that use a retracted, questioned or dead source."""
    return edited.published().filter(_uses_trouble())


def _uses_trouble() -> Exists:
    return Exists(_uses().filter(object_id=Cast(OuterRef("pk"), CharField())))


def _troubled() -> QuerySet:
    return apps.get_model(_SOURCE).objects.filter(_DEAD | ~_FINE)


def _uses() -> QuerySet[ReferenceIndex]:
    kinds = ContentType.objects.get_for_models(Page, apps.get_model(_SOURCE))
    keys = _troubled().order_by().values(key=Cast("pk", CharField()))
    return ReferenceIndex.objects.filter(
        base_content_type=kinds[Page],
        to_content_type=kinds[apps.get_model(_SOURCE)],
        to_object_id__in=keys,
    )


class SourcesFilterSet(WagtailFilterSet):
    """Filters of the report."""

    trouble = django_filters.ChoiceFilter(
        label=_("Sources"),
        choices=[("yes", _("In trouble")), ("no", _("None in trouble"))],
        method="filter_trouble",
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def filter_trouble(self, queryset, name, value):
        """Keep the pages with such sources, or the others."""
        return queryset.filter(has_trouble=value == "yes")


class SourcesReport(Report):
    """Every published page with its sources in trouble and its claims without one.

    Claims are read from the texts of the rows that are shown.
    """

    slug = "sources-and-claims"
    permission = "editorial.view_signoff"
    page_title = _("Sources and claims of pages")
    header_icon = "openquote"
    nothing = _("Nothing is published yet.")
    filterset_class = SourcesFilterSet
    paginate_by = 25
    list_export = ["title", "not_reliable", "dead", "claim_count", "claims", "full_url"]
    export_headings = {
        "not_reliable": _("Retracted or questioned sources"),
        "dead": _("Sources that do not answer"),
        "claim_count": _("Claims without a source"),
        "claims": _("Those claims"),
        "full_url": _("Address"),
    }

    def get_queryset(self):
        """Give the pages, those with sources in trouble first."""
        pages = edited.published().annotate(has_trouble=_uses_trouble())
        return pages.order_by("-has_trouble", "title", "pk").specific()

    def decorate_paginated_queryset(self, object_list):
        """Read the sources of all rows at once, and the text of each."""
        pages = list(object_list)
        used: defaultdict[str, set[str]] = defaultdict(set)
        keys = [str(page.pk) for page in pages]
        for page, source in (
            _uses().filter(object_id__in=keys).values_list("object_id", "to_object_id")
        ):
            used[page].add(source)
        sources = _troubled().in_bulk(
            {int(key) for keys in used.values() for key in keys}
        )
        for page in pages:
            found = [sources[key] for key in sorted(map(int, used[str(page.pk)]))]
            page.not_reliable = "; ".join(
                f"{each} ({each.get_standing_display()})"
                for each in found
                if each.is_in_trouble
            )
            page.dead = "; ".join(
                str(each) for each in found if each.link_state == "dead"
            )
            claims = checks.uncited_claims(page)
            page.claim_count, page.claims = len(claims), "\n".join(claims)
        return object_list

    @cached_property
    def columns(self):
        """Give what the table shows."""
        return [
            self.title_column(),
            Column("not_reliable", label=_("Retracted or questioned sources")),
            Column("dead", label=_("Sources that do not answer")),
            NumberColumn("claim_count", label=_("Claims without a source")),
        ]
