"""What the checks panel of the page editor lists, and what keeps a page back."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from editorial import checklist
from editorial.checklist import RULES, Draft, Finding, Heading, Rule, Severity, Text
from editorial.models.checked import Checked
from editorial.models.checklist_settings import ChecklistSettings
from editorial.passages import passages


@dataclass(frozen=True)
class Group:
    """What one rule found."""

    rule: Rule
    findings: list[Finding]


def obstacles(page: Page) -> list[Finding]:
    """Give what keeps a page from publication, besides a missing sign-off."""
    return [
        each
        for each in findings(page)
        if each.severity is Severity.BLOCK and not RULES[each.rule].is_fixed
    ]


def findings(page: Page) -> list[Finding]:
    """Give all that the rules find in a page, as its site weighs them."""
    return checklist.findings(draft_of(page), _settings(page).severities)


def uncited_claims(page: Page) -> list[str]:
    """Give the claims of a page that cite nothing, from its text alone."""
    draft = Draft(content=tuple(_content(page, {})))
    return [found.message for found in RULES["uncited_claims"].find(draft)]


def draft_of(page: Page) -> Draft:
    """Give a page as the rules see it, in a fixed number of queries."""
    if not isinstance(page, Checked):
        return Draft(content=tuple(_content(page, {})))
    headings = {heading.path: heading for heading in page.checked_headings()}
    return Draft(
        content=tuple(_content(page, headings)),
        summary=page.summary,
        authors=tuple(page.checked_authors()),
        unsigned=page.missing_sign_off(),
        pictures=tuple(page.checked_pictures()),
        sources=tuple(page.checked_sources()),
    )


def _content(page: Page, headings: dict[str, Heading]) -> Iterator[Heading | Text]:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = field.value_from_object(page)
            yield from _in_stream(field.name, value, headings)
        elif isinstance(field, RichTextField):
            yield Text(field.value_from_object(page) or "", field.name)


def _in_stream(
    name: str, value: StreamValue, headings: dict[str, Heading]
) -> Iterator[Heading | Text]:
    texts: dict[str, list[Text]] = {}
    for found in passages(value):
        text = Text(found.html, f"{name}.{found.path}", found.is_sourced)
        texts.setdefault(found.path.partition(".")[0], []).append(text)
    for stored in value.get_prep_value():
        if heading := headings.get(f"{name}.{stored['id']}"):
            yield heading
        yield from texts.get(stored["id"], [])


def _settings(page: Page) -> ChecklistSettings:
    """Read without storing a row, as Wagtail's own way would."""
    site = page.get_site()
    chosen = ChecklistSettings.objects.filter(site=site).first() if site else None
    return chosen or ChecklistSettings()


def panel(request: HttpRequest, page_id: int) -> HttpResponse:
    """Give the list for the newest draft of a page, to those who may edit it."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    found = findings(page.get_latest_revision_as_object())
    in_the_way = [each for each in found if each.severity is Severity.BLOCK]
    better = [each for each in found if each.severity is Severity.ADVISE]
    return TemplateResponse(
        request,
        "editorial/admin/checklist.html",
        {
            "in_the_way": _by_rule(in_the_way),
            "in_the_way_count": len(in_the_way),
            "better": _by_rule(better),
            "better_count": len(better),
        },
    )


def _by_rule(found: list[Finding]) -> list[Group]:
    groups = [
        Group(rule, [each for each in found if each.rule == name])
        for name, rule in RULES.items()
    ]
    return [group for group in groups if group.findings]
