"""Counting how often articles are read, and nobody who reads them.

The page says so itself after a while before somebody's eyes, because it comes from
caches that ask nobody. One number an article and day is kept: no address, no cookie, no
hour. Who wants to can still inflate it; it is no statistic to be paid by.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache
from django.db.models import F, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from blog.models import ArticlePage, ReadCount

MOST_A_MINUTE = 120
_RECENT = timedelta(days=30)
_ROBOT = re.compile(r"bot|crawl|spider|slurp|preview|headless|fetch|monitor", re.I)


@dataclass(frozen=True)
class Reads:
    """How often an article was read in the last thirty days, and in all."""

    recent: int
    total: int


def of(page: ArticlePage) -> Reads:
    """Give how often an article was read."""
    rows = ReadCount.objects.filter(page=page)
    since = timezone.localdate() - _RECENT
    recent = rows.filter(day__gt=since).aggregate(sum=Sum("reads"))["sum"]
    return Reads(recent or 0, rows.aggregate(sum=Sum("reads"))["sum"] or 0)


def note(page: ArticlePage) -> None:
    """Count one read, unless there were very many within this minute."""
    if not _may_count(page):
        return
    today = timezone.localdate()
    row, _is_new = ReadCount.objects.get_or_create(page=page, day=today)
    ReadCount.objects.filter(pk=row.pk).update(reads=F("reads") + 1)


@csrf_exempt
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Take word that somebody reads; answers the same whether it was counted."""
    page = ArticlePage.objects.live().public().filter(id=pk).first()
    if page is None:
        raise Http404
    if _is_a_reader(request):
        note(page)
    return HttpResponse(status=204)


def _is_a_reader(request: HttpRequest) -> bool:
    """Leave out robots, other sites, and who asked not to be measured."""
    headers = request.headers
    agent = headers.get("User-Agent", "")
    return (
        bool(agent)
        and not _ROBOT.search(agent)
        and headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        and headers.get("DNT") != "1"
        and headers.get("Sec-GPC") != "1"
    )


def _may_count(page: ArticlePage) -> bool:
    key = f"reads:{page.pk}:{timezone.now():%H%M}"
    if cache.add(key, 1, 60):
        return True
    try:
        return cache.incr(key) <= MOST_A_MINUTE
    except ValueError:  # Forgotten between the two.
        return True
