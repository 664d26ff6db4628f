"""Search, robots and health."""

from datetime import timedelta

from django.conf import settings
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from home.search import search_pages

RESULTS_PER_PAGE = 20
SECURITY_NOTE_HOLDS = timedelta(days=180)


def search(request: HttpRequest) -> HttpResponse:
    """Answer `?q=`, a page at a time; 404 for a page that is not there."""
    query = request.GET.get("q", "").strip()
    try:
        paginator = Paginator(search_pages(query), RESULTS_PER_PAGE)
        results = paginator.page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error
    return render(request, "home/search.html", {"query": query, "results": results})


def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what to leave alone (RFC 9309)."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /ask/",
        "Disallow: /comments/",
        "Disallow: /contribute/",
        "Disallow: /search/",
        "Disallow: /references/export.",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def security(request: HttpRequest) -> HttpResponse:
    """Say where a weakness can be reported (RFC 9116)."""
    expires = timezone.now().replace(microsecond=0) + SECURITY_NOTE_HOLDS
    lines = [
        f"Contact: mailto:{settings.CONTACT_EMAIL}",
        f"Expires: {expires.isoformat()}",
        f"Canonical: {settings.SITE_URL}{request.path}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process is alive."""
    return HttpResponse("alive\n", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether the database answers and is migrated: 200, or 503 and why not."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("no database\n", status=503, content_type="text/plain")
    if waiting:
        return HttpResponse("not migrated\n", status=503, content_type="text/plain")
    return HttpResponse("ready\n", content_type="text/plain")


def page_not_found(request: HttpRequest, exception) -> HttpResponse:
    """Say in words that there is no such page."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say in words that something broke, without asking the database."""
    return HttpResponse(
        "<!doctype html><title>Something broke</title>"
        "<h1>Something broke on our side</h1><p>Please try again in a minute.</p>",
        status=500,
    )
