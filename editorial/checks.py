"""What the checks panel of the page editor lists: claims without a source."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from editorial.claims import Claim, uncited
from editorial.passages import Passage, passages


@dataclass(frozen=True)
class Finding:
    """A claim without a source, and the content path of its block in the editor."""

    claim: Claim
    path: str

    @property
    def reasons(self) -> str:
        """Why it needs a source, in words."""
        return ", ".join(reason.label for reason in self.claim.reasons)


def findings(page: Page) -> list[Finding]:
    """Give the uncited claims in the text fields of a page, in reading order.

    A block for which sources are chosen beside its text counts as cited.
    """
    return [
        Finding(claim, passage.path)
        for passage in _passages(page)
        if not passage.is_sourced
        for claim in uncited([(passage.block_id, passage.html)])
    ]


def _passages(page: Page) -> list[Passage]:
    found = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            found += [
                Passage(it.block_id, f"{field.name}.{it.path}", it.html, it.is_sourced)
                for it in passages(field.value_from_object(page))
            ]
        elif isinstance(field, RichTextField):
            text = field.value_from_object(page)
            found.append(Passage(field.name, field.name, text or ""))
    return found


def claims(request: HttpRequest, page_id: int) -> HttpResponse:
    """Give the list for the newest draft of a page, to those who may edit it."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    return TemplateResponse(
        request, "editorial/admin/claims.html", {"findings": findings(draft)}
    )
