"""What waits for moderators, on the home page of the admin."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from comments.models import Comment, Report, Risk, Status


def waiting_counts() -> dict[str, int]:
    """Count the held comments, the urgent ones of them, and those that are reported."""
    held = Q(status=Status.HELD)
    counted = Comment.objects.aggregate(
        held=Count("pk", filter=held),
        urgent=Count("pk", filter=held & Q(risk=Risk.URGENT)),
    )
    reported = Report.objects.open().aggregate(n=Count("comment", distinct=True))
    return counted | {"reported": reported["n"]}


class CommentsPanel(Component):
    """Counts of held, urgent and reported comments, each leading to them."""

    name = "reader_comments"
    template_name = "comments/admin/panel.html"
    order = 150

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Give a line for each count."""
        counted = waiting_counts()
        queue = reverse("comments_queue")
        held = {"status": Status.HELD.value}
        urgent = held | {"risk": str(Risk.URGENT.value)}
        lines = [
            (counted["urgent"], _("urgent"), urgent),
            (counted["reported"], _("reported by readers"), {"reported": "open"}),
            (counted["held"], _("held"), held),
        ]
        return {
            "lines": [
                {"address": f"{queue}?{urlencode(query)}", "count": n, "label": label}
                for n, label, query in lines
            ]
        }
