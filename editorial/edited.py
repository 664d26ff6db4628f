"""Which published pages were edited since their review.

A page's own line is worked out from what it shows at that moment. Lists cannot do so
for a thousand pages: they compare what was noted of each, at its publication and by
`look_again`, with the signatures, in one query.
"""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page
from wagtail.query import PageQuerySet

from editorial.models import LiveFingerprint, Reviewed, SignOff


def published() -> PageQuerySet:
    """Give the published pages that are reviewed."""
    models = [model for model in apps.get_models() if issubclass(model, Reviewed)]
    return Page.objects.live().type(*models)


def with_sign_off(pages: PageQuerySet) -> PageQuerySet:
    """Add to each page `signed_at`, `reviewer_name`, `is_reviewed`, `changed_at`.

    The first two are of the newest signature, valid or not.
    """
    signed = SignOff.objects.filter(
        page_id=Coalesce(OuterRef("alias_of_id"), OuterRef("pk"))
    )
    seen = OuterRef("live_fingerprint__fingerprint")
    return pages.annotate(
        signed_at=Subquery(signed.values("signed_at")[:1]),
        reviewer_name=Subquery(signed.values("reviewer_name")[:1]),
        is_reviewed=Exists(
            signed.filter(Q(fingerprint=seen) | Q(kept_by__fingerprint=seen))
        ),
        changed_at=F("live_fingerprint__changed_at"),
    )


def edited_since_review() -> PageQuerySet:
    """Give the published pages that were signed once, and not as they are now."""
    return with_sign_off(published()).filter(
        is_reviewed=False, signed_at__isnull=False, changed_at__isnull=False
    )


def look_again(pages: Iterable[Page] | None = None) -> int:
    """Note what readers see of published pages now; give how many have changed.

    What a page shows changes without its publication too: a source is retracted, a
    picture replaced, an author's profile rewritten.
    """
    chosen = published().specific().iterator(100) if pages is None else pages
    return sum(
        LiveFingerprint.objects.note(page.pk, page.fingerprint())
        for page in chosen
        if isinstance(page, Reviewed) and page.live
    )
