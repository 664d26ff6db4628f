"""What waits today, on the home page of the admin."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState

from authors import disclosures
from editorial import admin_views, edited
from editorial.models import SourceRequest
from editorial.reports import due, sources
from editorial.reports.disclosures import DisclosureReport
from editorial.reports.due import DueReport
from editorial.reports.edited_pages import EditedReport
from editorial.reports.sources import SourcesReport


@dataclass(frozen=True)
class Line:
    """What is counted, for those who hold the permission, and where it leads."""

    permission: str
    words: Promise
    address: str
    narrowed: str
    count: Callable[[Any], int]


def _waiting_for(user) -> int:
    return TaskState.objects.reviewable_by(user).count()


LINES = (
    Line(
        "wagtailadmin.access_admin",
        ngettext_lazy(
            "article awaits your review", "articles await your review", "count"
        ),
        "wagtailadmin_home",
        "#awaiting-review-section",
        _waiting_for,
    ),
    Line(
        DueReport.permission,
        ngettext_lazy("article due for review", "articles due for review", "count"),
        f"editorial_{DueReport.slug}",
        "?due=now",
        lambda user: due.due().count(),
    ),
    Line(
        EditedReport.permission,
        ngettext_lazy(
            "article edited since review", "articles edited since review", "count"
        ),
        f"editorial_{EditedReport.slug}",
        "",
        lambda user: edited.edited_since_review().count(),
    ),
    Line(
        SourcesReport.permission,
        ngettext_lazy(
            "article on a source in trouble", "articles on sources in trouble", "count"
        ),
        f"editorial_{SourcesReport.slug}",
        "?trouble=yes",
        lambda user: sources.with_sources_in_trouble().count(),
    ),
    Line(
        admin_views.PERMISSION,
        ngettext_lazy(
            "sentence that readers want a source for",
            "sentences that readers want a source for",
            "count",
        ),
        "editorial_source_requests",
        "?state=waiting",
        lambda user: SourceRequest.objects.waiting().count(),
    ),
    Line(
        DisclosureReport.permission,
        ngettext_lazy(
            "author must disclose interests anew",
            "authors must disclose interests anew",
            "count",
        ),
        f"editorial_{DisclosureReport.slug}",
        "",
        lambda user: disclosures.overdue(timezone.localdate()).count(),
    ),
)


class TodayPanel(Component):
    """Counts of what waits, each leading to it; nothing where nothing does."""

    name = "today"
    template_name = "editorial/admin/today.html"
    order = 80

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Give a line for each count that is not zero."""
        user = parent_context["request"].user
        counted = [
            (line, line.count(user)) for line in LINES if user.has_perm(line.permission)
        ]
        return {
            "lines": [
                {
                    "address": f"{reverse(line.address)}{line.narrowed}",
                    "count": count,
                    "words": line.words % {"count": count},
                }
                for line, count in counted
                if count
            ]
        }
