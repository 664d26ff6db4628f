"""All that readers see of an article, as values to be signed."""

from collections import defaultdict
from typing import Any

from wagtail.models import Page

from images.models import SiteImage
from references.models import Reference

_STANDING = ("standing", "notice_doi", "notice_pmid", "notice_date")
_ABOUT_AUTHORS = ("title", "post_nominals", "role", "interests")


def signed_content(page: Page) -> dict[str, Any]:
    """Give what a reviewer signs, by part, as values that JSON can hold.

    Reads what blocks point at from the database as it is now: a source that was
    retracted since, or a picture that was replaced, makes another content.
    """
    # Blocks that were not looked at yet would give their stored form.
    list(page.body)
    targets = _targets(page)
    return {
        "text": [page.title, page.summary, _said(page.body.get_prep_value())],
        "pictures": [page.lead_image_alt, *_pictures(targets[SiteImage])],
        "byline": [_byline(row) for row in page.authorships.all()],
        "sources": _sources(targets[Reference]),
        "funding": page.funding,
    }


def _said(value: Any) -> Any:
    """Give blocks without what no reader sees: their keys, and fields left empty.

    A draft may lack keys, and blocks get new fields with new versions of this code.
    """
    if isinstance(value, list):
        return [_said(each) for each in value]
    if not isinstance(value, dict):
        return value
    is_block = "type" in value and "value" in value
    return {
        name: _said(each)
        for name, each in value.items()
        if not (is_block and name == "id") and each not in (None, "", [], False)
    }


def _targets(page: Page) -> dict[type, set[int]]:
    found: defaultdict[type, set[int]] = defaultdict(set)
    for model, key, *_path in page.body.stream_block.extract_references(page.body):
        # Marks that were pasted may point at anything.
        if str(key).isdecimal():
            found[model].add(int(key))
    if page.lead_image_id:
        found[SiteImage].add(page.lead_image_id)
    found[Reference].update(row.reference_id for row in page.further_reading.all())
    return found


def _pictures(keys: set[int]) -> list[list[Any]]:
    rows = SiteImage.objects.filter(pk__in=keys).order_by("pk")
    return [list(row) for row in rows.values_list("pk", "file", "credit", "licence")]


def _sources(keys: set[int]) -> list[list[Any]]:
    rows = Reference.objects.filter(pk__in=keys).order_by("pk")
    return [
        [row.pk, row.item, *(getattr(row, name) for name in _STANDING)] for row in rows
    ]


def _byline(row) -> list[Any]:
    disclosure = row.kept
    return [
        row.author_id,
        *(getattr(row.author, name) for name in _ABOUT_AUTHORS),
        [disclosure.statement, disclosure.answers] if disclosure else None,
    ]
