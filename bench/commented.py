"""Pages of comments, and how long they take; in a transaction of the caller's."""

import statistics
import time

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.table import Row
from comments.models import Comment, Status
from tests.factories.pages import ArticlePageFactory

_DEPTH = 10
_RUNS = 40
_TEXT = "Pain that lasts for months changes how nerves answer. " * 8


def rows() -> list[Row]:
    """Measure both threads, on the article and on the last page of its comments."""
    found = []
    queries = set()
    for size in (9, 2000):
        article = ArticlePageFactory()
        _fill(article, size)
        last = max(-(-size // 50), 1)
        for what, address in (
            ("article", article.url),
            ("last page", f"{article.url}comments/?p={last}"),
        ):
            spent, count = _measure(address)
            queries.add((what, count))
            found.append(
                Row(
                    f"{size:,} comments, {what}",
                    statistics.median(spent),
                    100,
                    unit="ms",
                    at_least=False,
                    note=f"p95 {sorted(spent)[int(len(spent) * 0.95)]:.0f} ms, "
                    f"{count} queries, {connection.vendor}",
                )
            )
    found.append(
        Row(
            "Numbers of queries for two pages",
            len(queries),
            2,
            unit="numbers",
            at_least=False,
        )
    )
    return found


def _fill(article, size: int) -> None:
    kind = ContentType.objects.get_for_model(article)
    path: list[Comment] = []
    for number in range(size):
        # The first is answered by all others, each level by the next.
        above = path[: number % _DEPTH] if path else []
        row = Comment.objects.create(
            content_type=kind,
            object_pk=str(article.pk),
            site_id=settings.SITE_ID,
            user_name=f"Reader {number}",
            comment=_TEXT,
            parent_id=above[-1].pk if above else (path[0].pk if path else 0),
            status=Status.APPROVED,
        )
        path = [*above, row] if above else path or [row]


def _measure(address: str) -> tuple[list[float], int]:
    client = Client()
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
