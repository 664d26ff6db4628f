"""A comment's own page: its place in the thread, what was found, who decided what."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry, Page

from comments import moderation, redaction
from comments.admin.forms import DecisionForm
from comments.admin.keys import KEYS
from comments.models import CannedReply, Comment, Kind, Risk, Status

SHOWN_REPLIES = 50


def page(
    request: HttpRequest, comment: Comment, form: DecisionForm, status: int = 200
) -> HttpResponse:
    """Answer with the page of one comment; `form` keeps what was typed."""
    article = Page.objects.filter(pk=comment.object_pk).first()
    root = comment if comment.is_root else _root(comment)
    context = {
        "article": article,
        "breadcrumbs_items": [
            {"url": reverse("comments_queue"), "label": _("Reader comments")},
            {"url": "", "label": comment.user_name or _("Erased")},
        ],
        "canned": list(CannedReply.objects.all()),
        "comment": comment,
        "fingerprint": moderation.fingerprint(comment),
        "form": form,
        "header_icon": "comment",
        "header_title": comment.user_name or _("Erased"),
        "history": history(comment),
        "keys": KEYS,
        "is_closed": root is not None and root.closed,
        "is_question": comment.kind == Kind.QUESTION,
        "is_shown": comment.status == Status.APPROVED,
        "personal_spans": " ".join(
            f"{it['start']}-{it['end']}"
            for it in comment.findings
            if it["level"] == Risk.PRIVACY and it["start"] < it["end"]
        ),
        "parts": redaction.parts(comment.comment, comment.findings),
        "reasons": [_reason(comment, it) for it in comment.findings],
        "reports": list(
            comment.reports.select_related("settled_by").order_by("-made_at", "-pk")
        ),
        **surroundings(comment),
    }
    return TemplateResponse(
        request, "comments/admin/comment.html", context, status=status
    )


def surroundings(comment: Comment) -> dict[str, Any]:
    """Give what a comment answers, outermost first, and the first answers to it.

    Takes two queries however long the thread is, and loads no more texts than shown.
    """
    rows = Comment.objects.filter(thread_id=comment.thread_id).order_by("order", "pk")
    parents = dict(rows.values_list("pk", "parent_id"))
    above: list[int] = []
    at = parents.get(comment.pk)
    while at is not None and at != comment.pk and at not in above:
        above.insert(0, at)
        at = parents.get(at)
    below = [
        key for key, up in parents.items() if up == comment.pk and key != comment.pk
    ]
    found = Comment.objects.in_bulk([*above, *below[:SHOWN_REPLIES]])
    return {
        "above": [found[key] for key in above if key in found],
        "below": [found[key] for key in below[:SHOWN_REPLIES] if key in found],
        "more_below": max(len(below) - SHOWN_REPLIES, 0),
    }


def history(comment: Comment) -> list[dict[str, Any]]:
    """Give every decision about a comment, the newest first: what, who, when, why."""
    entries = ModelLogEntry.objects.for_instance(comment).select_related("user")
    return [
        {
            "at": entry.timestamp,
            "by": entry.user,
            "message": entry.message,
            "reason": entry.data.get("reason", ""),
        }
        for entry in entries
    ]


def _root(comment: Comment) -> Comment | None:
    return Comment.objects.filter(pk=comment.thread_id).first()


def _reason(comment: Comment, finding: dict[str, Any]) -> dict[str, Any]:
    start, end = finding["start"], finding["end"]
    return {
        "reason": finding["reason"],
        "span": f"{start}-{end}" if start < end else "",
        "words": comment.comment[start:end],
    }
