"""What the law and decency ask for: export, erase, and forget what grew old."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from comments import following
from comments.models import (
    AnswerState,
    Comment,
    CommentSettings,
    Erasure,
    ErasureKind,
    Following,
    Relation,
    Report,
    Risk,
    Status,
)
from comments.signals import comment_changed

# With a run each day nothing is older than thirty days.
ADDRESSES_KEPT = timedelta(days=29)


def export(comment: Comment) -> dict[str, Any]:
    """Give all that is stored about a comment, ready for JSON."""
    page = comment.content_object
    log_entries = ModelLogEntry.objects.for_instance(comment).order_by("timestamp")
    follows = Following.objects.filter(
        comment_id=comment.thread_id, email__iexact=comment.user_email
    )
    return {
        "number": comment.pk,
        "page": {"title": page.title, "address": page.full_url},
        "answers": None if comment.is_root else comment.parent_id,
        "name": comment.user_name,
        "email": comment.user_email,
        "email_confirmed": comment.email_confirmed_at,
        "kind": comment.kind,
        "text": comment.comment,
        "passage": comment.passage,
        "written": comment.submit_date,
        "changed": comment.edited_at,
        "words_removed": comment.redacted_at,
        "version_of_the_page": {
            "number": comment.version,
            "date": comment.version_date,
        },
        "state": comment.status,
        "reason": comment.reason,
        "noticed": comment.findings,
        "agreed_to": {"wording": comment.consent_text, "at": comment.consented_at},
        "hash_of_the_address": comment.address_hash,
        "follows_the_thread": [
            {"asked": each.asked_at, "confirmed": each.confirmed_at} for each in follows
        ],
        "history": [
            {"what": entry.action, "when": entry.timestamp} for entry in log_entries
        ],
    }


def written_with(email: str) -> list[Comment]:
    """Give the comments that were written with an address and are not erased."""
    if not email:
        return []
    written = Comment.objects.filter(user_email__iexact=email)
    return list(written.exclude(status=Status.ERASED).order_by("pk"))


@transaction.atomic
def erase(comments: Iterable[Comment], kind: ErasureKind) -> int:
    """Erase what writers wrote, in the records and wherever a trace of it was kept.

    The places of the comments stay, so that replies can be read. The register says how
    many there were.
    """
    erased = [comment for comment in comments if _erase(comment)]
    _register(kind, len(erased))
    return len(erased)


def purge(now: datetime | None = None) -> dict[str, int]:
    """Forget what grew old, and say how much of each kind that was."""
    now = now or timezone.now()
    return {
        ErasureKind.ADDRESSES: _purge_addresses(now - ADDRESSES_KEPT),
        ErasureKind.RETENTION: _purge_unapproved(now),
        ErasureKind.FOLLOWINGS: _purge_followings(now - following.CONFIRM_WITHIN),
    }


def _erase(comment: Comment) -> bool:
    list(Comment.objects.select_for_update().filter(pk=comment.pk).values_list("pk"))
    comment.refresh_from_db()
    if comment.status == Status.ERASED:
        return False
    was_shown = comment.status == Status.APPROVED
    _forget_address(comment)
    nothing: dict[str, Any] = {
        "status": Status.ERASED,
        "user": None,
        "user_name": "",
        "user_email": "",
        "user_url": "",
        "ip_address": None,
        "comment": "",
        "passage": "",
        "reason": "",
        "author": None,
        "relation": Relation.READER,
        "findings": [],
        "risk": Risk.CALM,
        "consent_text": "",
        "consented_at": None,
        "email_confirmed_at": None,
        "address_hash": "",
        "address_hashed_at": None,
    }
    for name, value in nothing.items():
        setattr(comment, name, value)
    if comment.answer_state == AnswerState.WAITING:
        comment.answer_state = AnswerState.NONE
    comment.save(update_fields=[*nothing, "answer_state"])
    comment.reports.update(detail="", address_hash="")
    comment.reports.open().update(settled_at=timezone.now())
    # Reasons and removed words in the history could quote the writer.
    entries = ModelLogEntry.objects.for_instance(comment)
    entries.update(label=str(comment), data={})
    log(instance=comment, action="comments.erased")
    if was_shown:
        page = comment.content_object
        transaction.on_commit(
            lambda: comment_changed.send(Comment, page=page, comment=comment)
        )
    return True


def _forget_address(comment: Comment) -> None:
    email = comment.user_email
    if not email:
        return
    here = Q(comment_id=comment.thread_id) | Q(page_id=int(comment.object_pk))
    others = Comment.objects.filter(user_email__iexact=email).exclude(pk=comment.pk)
    # Anybody can type anybody's address: only who owns it stops following elsewhere.
    if comment.email_confirmed_at and not others.exists():
        here = Q()
    elif others.filter(thread_id=comment.thread_id).exists():
        here = Q(pk=None)
    Following.objects.filter(here, email__iexact=email).delete()
    _forget_in_tasks(email)


def _forget_in_tasks(email: str) -> None:
    # Ours hold keys alone; what failed may have noted an address in its traceback.
    tasks = DBTaskResult.objects.annotate(words=Cast("args_kwargs", TextField()))
    tasks.filter(Q(words__icontains=email) | Q(traceback__icontains=email)).delete()


def _purge_addresses(before: datetime) -> int:
    hashed = Comment.objects.exclude(address_hash="")
    rows = hashed.filter(address_hashed_at__lt=before).update(
        address_hash="", address_hashed_at=None
    )
    reports = Report.objects.exclude(address_hash="").filter(made_at__lt=before)
    rows += reports.update(address_hash="")
    rows += Comment.objects.exclude(ip_address=None).update(ip_address=None)
    return _register(ErasureKind.ADDRESSES, rows)


def _purge_unapproved(now: datetime) -> int:
    default = CommentSettings._meta.get_field("retention_days").default
    least = min(
        [default, *CommentSettings.objects.values_list("retention_days", flat=True)]
    )
    old = (
        Comment.objects.exclude(status__in=(Status.APPROVED, Status.ERASED))
        .annotate(since=Coalesce("status_at", "submit_date"))
        .filter(since__lt=now - timedelta(days=least))
        .prefetch_related("content_object")
    )
    by_page: dict[Any, list[Any]] = defaultdict(list)
    for comment in old:
        by_page[comment.content_object].append(comment)
    due = []
    for page, comments in by_page.items():
        rules = CommentSettings.for_site(page.get_site())
        before = now - timedelta(days=rules.retention_days)
        due += [comment for comment in comments if comment.since < before]
    return erase(due, ErasureKind.RETENTION)


def _purge_followings(before: datetime) -> int:
    unconfirmed = Following.objects.filter(confirmed_at=None, asked_at__lt=before)
    rows, _by_model = unconfirmed.delete()
    return _register(ErasureKind.FOLLOWINGS, rows)


def _register(kind: ErasureKind, rows: int) -> int:
    if rows:
        Erasure.objects.create(kind=kind, rows=rows)
    return rows
