"""Reading what is known of an article and of a site, in a fixed number of queries."""

import json
from copy import copy
from typing import Any

from bs4 import BeautifulSoup
from django.apps import apps
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from authors import disclosures
from authors.models import AuthorPage
from editorial import checklist, checks, edited, review
from editorial.models import (
    ChangeNotice,
    MedicalReviewTask,
    NoticeKind,
    PublishedVersion,
    ReviewSettings,
    SourceRequest,
)
from editorial.reports import sources
from editorial.reports.disclosures import DisclosureReport
from editorial.reports.due import DueReport
from editorial.reports.edited_pages import EditedReport
from editorial.reports.notices import NoticeReport
from editorial.reports.sources import SourcesReport
from editorial.standards.facts import ArticleFacts, AuthorFacts, SiteFacts

# By name: these belong to apps beside and above this one.
_SETTINGS = "home.SiteSettings"
_SOURCE = "references.Reference"


def of_article(page: Page, request: HttpRequest) -> ArticleFacts:
    """Give what is known of a reviewed page, or of its draft while it is not public."""
    shown = page if page.live else page.get_latest_revision_as_object()
    line = review.line(shown, shown.fingerprint())
    signed = line.sign_off
    found = checklist.findings(checks.draft_of(shown), {})
    rules = [each.rule for each in found]
    return ArticleFacts(
        title=shown.title,
        url=page.get_url(request) or "",
        edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        today=timezone.localdate(),
        is_live=page.live,
        funding=shown.funding,
        authors=_authors(shown, request),
        is_reviewed=line.is_reviewed,
        signed_by=signed.reviewer_name if signed else "",
        signed_on=_day(line.signed_at),
        due_on=line.review_due,
        published_on=_day(page.first_published_at),
        updated_on=_day(page.last_published_at),
        source_count=len(shown.reviewed_content()["sources"]),
        findings={rule: rules.count(rule) for rule in rules},
        version_count=PublishedVersion.objects.filter(page=page.pk).count(),
        correction_count=ChangeNotice.objects.filter(
            page=page.pk, kind=NoticeKind.CORRECTION
        ).count(),
        requests_waiting=SourceRequest.objects.waiting().filter(page=page.pk).count(),
        takes_requests=page.accepts_source_requests,
        markup=_markup(page, request) if page.live else {},
    )


def _day(moment):
    return timezone.localdate(moment) if moment else None


def _authors(page: Page, request: HttpRequest) -> tuple[AuthorFacts, ...]:
    profiles = page.reviewed_authors()
    held = disclosures.held_on([one.pk for one in profiles], timezone.localdate())
    return tuple(_author(one, held.get(one.pk), request) for one in profiles)


def _author(profile: AuthorPage, held: Any, request: HttpRequest) -> AuthorFacts:
    address = profile.get_url(request) or "" if profile.live else ""
    whole = ""
    if held:
        whole = address + profile.reverse_subpage("disclosure", args=[held.pk])
    return AuthorFacts(
        name=profile.title,
        url=address,
        qualifications=profile.post_nominals,
        affiliations=tuple(
            block.value["organisation"] for block in profile.affiliations
        ),
        disclosure=whole,
    )


def _markup(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Give what the public page tells programs, from the page as readers get it."""
    asked = copy(request)
    asked.GET, asked.path = QueryDict(), page.get_url(request) or "/"
    response = page.specific.serve(asked)
    html = response.render().content if hasattr(response, "render") else b""
    script = BeautifulSoup(html, "html.parser").find(
        "script", type="application/ld+json"
    )
    return json.loads(script.get_text()) if script else {}


def of_site(site: Site) -> SiteFacts:
    """Give what is known of a site and of the articles below its root."""
    here = edited.published().descendant_of(site.root_page, inclusive=True)
    settings = apps.get_model(_SETTINGS).for_site(site)
    months = ReviewSettings.objects.filter(site=site).first() or ReviewSettings()
    keys = here.values("pk")
    waiting = SourceRequest.objects.waiting().filter(page__in=keys)
    asked = disclosures.overdue(timezone.localdate())
    return SiteFacts(
        url=site.root_url,
        settings_url=reverse(
            "wagtailsettings:edit", args=["home", "sitesettings", site.pk]
        ),
        reports=_reports(),
        publisher=settings.publisher,
        contact=settings.contact_email,
        disclaimer=settings.disclaimer,
        policies=_policies(settings),
        review_months=months.review_months,
        has_medical_review=_has_medical_review(site),
        articles=here.count(),
        reviewed=edited.with_sign_off(here).filter(is_reviewed=True).count(),
        planned=here.filter(review_date__due_on__gte=timezone.localdate()).count(),
        in_trouble=sources.with_sources_in_trouble().filter(pk__in=keys).count(),
        without_version=here.filter(versions=None).count(),
        undisclosed_authors=asked.filter(authorships__page__in=keys)
        .values("pk")
        .distinct()
        .count(),
        requests_waiting=waiting.count(),
        sources=apps.get_model(_SOURCE).objects.live().count(),
    )


def _reports() -> dict[str, str]:
    reports = {
        "disclosures": DisclosureReport,
        "due": DueReport,
        "edited": EditedReport,
        "notices": NoticeReport,
        "sources": SourcesReport,
    }
    addresses = {
        name: reverse(f"editorial_{report.slug}") for name, report in reports.items()
    }
    return addresses | {"requests": reverse("editorial_source_requests")}


def _policies(settings: Any) -> dict[str, str]:
    pages = {
        name: getattr(settings, name)
        for name in ("editorial_policy", "privacy_policy", "comment_policy")
    }
    return {
        name: page.full_url or "" for name, page in pages.items() if page and page.live
    }


def _has_medical_review(site: Site) -> bool:
    workflow = site.root_page.get_workflow()
    return (
        workflow is not None
        and MedicalReviewTask.objects.filter(
            active=True, workflow_tasks__workflow=workflow
        ).exists()
    )
