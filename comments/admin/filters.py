"""How the queue can be narrowed."""

import django_filters
from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Page

from comments.models import Comment, Kind, Report, Risk, Status

# What a check is about stands before the point in its name.
SUBJECTS = [
    ("crisis", _("Somebody in despair")),
    ("personal", _("Personal data")),
    ("clinician", _("A named clinician")),
    ("advice", _("A wish for personal advice")),
    ("insult", _("An insult")),
    ("spam", _("Advertising")),
    ("links", _("Links")),
    ("repetition", _("A text sent before")),
    ("form", _("Sent as machines do")),
    ("rate", _("Many within an hour")),
]


def reported() -> Exists:
    """Tell of a comment whether a report about it is open."""
    return Exists(Report.objects.open().filter(comment=OuterRef("pk")))


def waiting() -> Q:
    """Leave what somebody has to decide about: held, or reported by a reader."""
    open_reports = Report.objects.open().values("comment")
    return Q(status=Status.HELD) | Q(pk__in=open_reports)


class CommentFilterSet(WagtailFilterSet):
    """Filters of the queue; without a status it holds what waits for a decision."""

    status = django_filters.ChoiceFilter(
        label=_("Status"),
        method="with_status",
        choices=[("all", _("All")), *Status.choices],
        empty_label=_("Waiting for a decision"),
        widget=RadioSelect,
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=Kind.choices,
        empty_label=_("All"),
        widget=RadioSelect,
    )
    risk = django_filters.ChoiceFilter(
        label=_("Risk"),
        choices=Risk.choices,
        empty_label=_("All"),
        widget=RadioSelect,
    )
    finding = django_filters.ChoiceFilter(
        label=_("Finding"),
        method="with_finding",
        choices=SUBJECTS,
        empty_label=_("All"),
        widget=RadioSelect,
    )
    reported = django_filters.ChoiceFilter(
        label=_("Reports"),
        method="with_reports",
        choices=[("open", _("Reported by readers"))],
        empty_label=_("All"),
        widget=RadioSelect,
    )
    page = django_filters.ModelChoiceFilter(
        label=_("Article"),
        method="on_page",
        queryset=lambda request: Page.objects.filter(
            pk__in=Comment.objects.values_list(
                Cast("object_pk", BigIntegerField()), flat=True
            )
        ).order_by("title"),
    )
    submit_date = django_filters.DateFromToRangeFilter(
        label=_("Date"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Comment
        fields = [
            "status",
            "kind",
            "risk",
            "finding",
            "reported",
            "page",
            "submit_date",
        ]

    def with_status(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Leave those of one status, or all of them."""
        return rows if value == "all" else rows.filter(status=value)

    def with_finding(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Leave those in which a check of this subject found something."""
        # As text: not every database looks into JSON.
        found = rows.annotate(findings_text=Cast("findings", TextField()))
        return found.filter(findings_text__contains=f'"check": "{value}.')

    def with_reports(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Leave those with an open report."""
        return rows.filter(reported())

    def on_page(self, rows: QuerySet, name: str, value: Page) -> QuerySet:
        """Leave those on one article."""
        return rows.filter(object_pk=str(value.pk))
