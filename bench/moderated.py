"""The moderators' queue with 10,000 held comments; in a transaction of the caller's."""

import statistics
import time

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.table import Row
from comments import reports
from comments.models import Comment, Status
from tests.factories.pages import ArticlePageFactory

_HELD = 10_000
_ARTICLES = 50
_RUNS = 40
_TEXT = "Pain that lasts for months changes how nerves answer. " * 8
_FOUND = {
    "check": "personal.name",
    "level": 2,
    "start": 0,
    "end": 4,
    "reason": "A name",
}
_ADDRESSES = {
    "first page": "",
    "page 150": "?p=150",
    "searched": "?q=9999",
    "by finding": "?finding=personal",
    "by article, all": "?status=all&page={page}",
}


def rows() -> list[Row]:
    """Measure the queue as it opens, deep in it, searched and narrowed."""
    page = _fill()
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("moderator"))
    found = []
    for what, query in _ADDRESSES.items():
        spent, count = _measure(client, f"/admin/reader-comments/{query}", page)
        found.append(
            Row(
                f"Queue of {_HELD:,}, {what}",
                statistics.median(spent),
                300,
                unit="ms",
                at_least=False,
                note=f"p95 {sorted(spent)[int(len(spent) * 0.95)]:.0f} ms, "
                f"{count} queries, {connection.vendor}",
            )
        )
    return found


def _fill() -> int:
    articles = [ArticlePageFactory() for _each in range(_ARTICLES)]
    kind = ContentType.objects.get_for_model(articles[0])
    for number in range(_HELD + _ARTICLES):
        row = Comment.objects.create(
            content_type=kind,
            object_pk=str(articles[number % _ARTICLES].pk),
            site_id=settings.SITE_ID,
            user_name=f"Reader {number}",
            comment=_TEXT,
            status=Status.HELD if number < _HELD else Status.APPROVED,
            risk=number % 5,
            findings=[_FOUND] if number % 3 == 0 else [],
        )
        if number >= _HELD:
            reports.report(row, "other")
    return articles[0].pk


def _measure(client: Client, address: str, page: int) -> tuple[list[float], int]:
    address = address.format(page=page)
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
        count = len(captured)
    spent = []
    for _each in range(_RUNS):
        start = time.perf_counter()
        if client.get(address).status_code != 200:
            raise SystemExit(f"{address} did not answer.")
        spent.append(1000 * (time.perf_counter() - start))
    return spent, count
