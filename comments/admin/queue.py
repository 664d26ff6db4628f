"""The moderators' queue: what somebody has to decide about, the most urgent first."""

import re
from typing import Any

from django.db.models import (
    BigIntegerField,
    Count,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from comments import moderation, redaction
from comments.admin.decisions import PERMISSION
from comments.admin.filters import CommentFilterSet, waiting
from comments.admin.forms import IN_BULK
from comments.admin.keys import KEYS
from comments.models import CannedReply, Comment, Report, Status

# What a spreadsheet would take for a formula, and what it cannot hold.
_FORMULA = re.compile(r"^[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain(value: Any) -> Any:
    """Give text that a spreadsheet can hold and does not carry out."""
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("", value)
    return f"'{text}" if _FORMULA.match(text) else text


def counts() -> dict[str, int]:
    """Count the comments of each status; those that wait for a decision under “”."""
    rows = Comment.objects.order_by().values_list("status").annotate(Count("pk"))
    return dict(rows) | {"": Comment.objects.filter(waiting()).count()}


class QueueView(ReportView):
    """Comments by risk and then by age, fifty a page."""

    page_title = gettext_lazy("Reader comments")
    header_icon = "comment"
    index_url_name = "comments_queue"
    index_results_url_name = "comments_queue_results"
    template_name = "comments/admin/queue.html"
    results_template_name = "comments/admin/queue_results.html"
    filterset_class = CommentFilterSet
    model = Comment
    permission_required = "moderate"
    is_searchable = True
    search_backend_name = None
    export_filename = "reader-comments"
    list_export = [
        "pk",
        "submit_date",
        "page_title",
        "user_name",
        "comment",
        "get_kind_display",
        "get_status_display",
        "get_risk_display",
        "reason",
    ]
    export_headings = {
        "pk": gettext_lazy("Number"),
        "submit_date": gettext_lazy("Date"),
        "page_title": gettext_lazy("Article"),
        "user_name": gettext_lazy("Writer"),
        "get_kind_display": gettext_lazy("Kind"),
        "get_status_display": gettext_lazy("Status"),
        "get_risk_display": gettext_lazy("Risk"),
    }
    custom_value_preprocess = ReportView.custom_value_preprocess | {
        str: {"csv": plain, "xlsx": plain}
    }

    @cached_property
    def header_more_buttons(self):
        """Lead to the canned replies as well."""
        canned = Button(
            _("Canned replies"), url=reverse("comments_canned:index"), priority=10
        )
        return [*super().header_more_buttons, canned]

    def user_has_permission(self, permission: str) -> bool:
        """Let in who may moderate."""
        return self.request.user.has_perm(PERMISSION)

    def get_queryset(self) -> QuerySet[Any]:
        """Give comments by risk and age; a file also tells titles of articles."""
        number = Cast(OuterRef("object_pk"), BigIntegerField())
        titles = Page.objects.filter(pk=number).values("title")
        # Without the accounts that xtd joins: nothing here asks for them.
        rows = Comment.objects.select_related(None).order_by("-risk", "pk")
        return rows.annotate(page_title=Subquery(titles)) if self.is_export else rows

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Leave where writer, text or title of the article hold what is searched."""
        if not self.is_searching:
            return queryset
        words = self.search_query
        # Found first: the title of each comment's article takes far longer.
        pages = Page.objects.filter(title__icontains=words).values_list("pk", flat=True)
        return queryset.filter(
            Q(user_name__icontains=words)
            | Q(comment__icontains=words)
            | Q(object_pk__in=[str(number) for number in pages])
        )

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Leave what is asked for; where no status is, what waits for a decision."""
        queryset = self.search_queryset(super().filter_queryset(queryset))
        asked = self.filters.is_valid() and self.filters.form.cleaned_data["status"]
        return queryset if asked else queryset.filter(waiting())

    def decorate_paginated_queryset(self, object_list):
        """Give each comment with its article, reports and what the checks found."""
        if self.is_export:
            return object_list
        opened = Prefetch("reports", Report.objects.open(), to_attr="open_reports")
        comments = list(object_list.prefetch_related(opened))
        numbers = {it.object_pk for it in comments}
        pages = Page.objects.in_bulk([int(it) for it in numbers])
        return [
            {
                "comment": comment,
                "fingerprint": moderation.fingerprint(comment),
                "page": pages.get(int(comment.object_pk)),
                "parts": redaction.parts(comment.comment, comment.findings),
                "reasons": list(dict.fromkeys(it["reason"] for it in comment.findings)),
            }
            for comment in comments
        ]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """Add how many comments are of each status, and the form for several."""
        context = super().get_context_data(**kwargs)
        counted = counts()
        chosen = self.request.GET.get("status", "")
        states = [("", _("Waiting for a decision")), *Status.choices]
        context["states"] = [
            {
                "address": _address(value),
                "count": counted.get(value, 0),
                "is_current": value == chosen,
                "label": label,
            }
            for value, label in states
        ]
        context["canned"] = list(CannedReply.objects.all())
        context["bulk_decisions"] = IN_BULK
        context["keys"] = KEYS
        context["here"] = self.request.get_full_path().replace("/results/", "/")
        return context


def _address(status: str) -> str:
    query = f"?{urlencode({'status': status})}" if status else ""
    return f"{reverse('comments_queue')}{query}"


class QueueMenuItem(MenuItem):
    """Shows the queue to those who may moderate."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell who may."""
        return request.user.has_perm(PERMISSION)
