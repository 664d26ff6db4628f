"""Where a reference is used: in published content, in drafts, in what is scheduled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, ReferenceIndex, Revision

from references.models import Reference


@dataclass(frozen=True)
class Use:
    """One object that uses a reference, and whether readers see it do so."""

    user: object
    is_published: bool

    def __str__(self) -> str:
        """Name the object, as the admin lists it."""
        return str(self.user)


def uses(reference: Reference) -> list[Use]:
    """Give what uses a reference, each object once, by name.

    Wagtail's reference index knows the rows of the database; drafts and scheduled
    versions of a page that is published stand in its revisions alone.
    """
    found = {_key(use.user): use for use in _in_revisions(reference)}
    for user, _ in ReferenceIndex.get_grouped_references_to(reference):
        use = Use(user, is_published=getattr(user, "live", True))
        found[_key(user)] = use
    return sorted(found.values(), key=str)


def published_pages(reference: Reference) -> list[Page]:
    """Give the published pages that use a reference."""
    index = ReferenceIndex.get_references_to(reference)
    pages = Page.objects.live().filter(
        pk__in=[int(row.object_id) for row in index if _is_page(row.base_content_type)]
    )
    return list(pages.specific())


def refusals(references: Iterable[Reference]) -> dict[Reference, list[Use]]:
    """Give those of the references that are in use, each with its uses."""
    found = {reference: uses(reference) for reference in references}
    return {reference: used for reference, used in found.items() if used}


def open_revisions() -> Iterator[Revision]:
    """Give the revisions that may still be published: newest drafts, scheduled ones."""
    drafts = Page.objects.filter(has_unpublished_changes=True)
    pending = Q(approved_go_live_at__isnull=False) | Q(
        pk__in=drafts.values("latest_revision")
    )
    return Revision.objects.page_revisions().filter(pending).iterator()


def _in_revisions(reference: Reference) -> Iterator[Use]:
    kind = ContentType.objects.get_for_model(Reference).pk
    for revision in open_revisions():
        page = revision.as_object()
        found = ReferenceIndex._extract_references_from_object(page)
        if any((row[0], str(row[1])) == (kind, str(reference.pk)) for row in found):
            yield Use(page, is_published=False)


def _key(user) -> tuple[str, int]:
    root = (
        user.page_ptr if isinstance(user, Page) and hasattr(user, "page_ptr") else user
    )
    return root._meta.label, root.pk


def _is_page(content_type: ContentType) -> bool:
    model = content_type.model_class()
    return model is not None and issubclass(model, Page)
