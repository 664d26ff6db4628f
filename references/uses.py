"""Where a reference is used: in published content, in drafts, in what is scheduled."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast
from django.db.models.lookups import Contains
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Page, ReferenceIndex, Revision

from references import places
from references.models import Reference


class Where(models.TextChoices):
    """In which version of an object a reference is used."""

    PUBLISHED = "published", _("Published")
    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled version")


@dataclass(frozen=True)
class Use:
    """One object that uses a reference, and in which of its versions."""

    user: models.Model
    where: tuple[Where, ...]

    def __str__(self) -> str:
        """Name the object, as the admin lists it."""
        return str(self.user)

    @property
    def is_published(self) -> bool:
        """Whether readers see it use the reference."""
        return Where.PUBLISHED in self.where

    @property
    def versions(self) -> str:
        """Which versions use it, in words."""
        return ", ".join(str(each.label) for each in self.where)


def uses(reference: Reference) -> list[Use]:
    """Give what uses a reference, each object once, by name."""
    return uses_of([reference])[reference.pk]


def uses_of(references: Iterable[Reference]) -> dict[int, list[Use]]:
    """Give the same of several references, by their keys.

    Wagtail's reference index knows the rows of the database; drafts and scheduled
    versions of a page that is published stand in its revisions alone.
    """
    keys = [reference.pk for reference in references]
    found: dict[int, dict[tuple[int, str], set[Where]]] = {key: {} for key in keys}
    for row in _index_of(keys):
        where = found[int(row.to_object_id)].setdefault(
            (row.base_content_type_id, row.object_id), set()
        )
        where.add(Where.PUBLISHED)
    for revision, mentioned in _mentions(keys):
        state = Where.SCHEDULED if revision.approved_go_live_at else Where.DRAFT
        for key in mentioned:
            found[key].setdefault(
                (revision.base_content_type_id, revision.object_id), set()
            ).add(state)
    users = _load({each for by_user in found.values() for each in by_user})
    return {
        key: sorted(
            (
                Use(users[user], _settled(users[user], where))
                for user, where in by_user.items()
                if user in users
            ),
            key=str,
        )
        for key, by_user in found.items()
    }


def published_pages(reference: Reference) -> list[Page]:
    """Give the published pages that use a reference."""
    return list(Page.objects.filter(pk__in=_pages([reference.pk])).live().specific())


def published_pages_of(keys: Iterable[int]) -> dict[int, list[Page]]:
    """Give the published pages that use each of several references, by their keys."""
    wanted = _pages(list(keys))
    pages = Page.objects.live().in_bulk(wanted)
    found: dict[int, list[Page]] = {}
    for page, targets in sorted(wanted.items()):
        for key in targets if page in pages else ():
            found.setdefault(key, []).append(pages[page])
    return found


def refusals(references: Iterable[Reference]) -> dict[Reference, list[Use]]:
    """Give those of the references that are in use, each with its uses."""
    asked = list(references)
    found = uses_of(asked)
    return {each: found[each.pk] for each in asked if found[each.pk]}


def open_revisions() -> models.QuerySet[Revision]:
    """Give the revisions that may still be published: newest drafts, scheduled ones."""
    pending = models.Q(approved_go_live_at__isnull=False)
    for model in apps.get_models():
        is_draftable = issubclass(model, DraftStateMixin) and not model._meta.proxy
        if is_draftable and (model is Page or not issubclass(model, Page)):
            drafts = model._base_manager.filter(has_unpublished_changes=True)
            pending |= models.Q(pk__in=drafts.values("latest_revision"))
    return Revision.objects.filter(pending)


def mentioning(
    rows: models.QuerySet, keys: Iterable[int], columns: Iterable[str]
) -> models.QuerySet:
    """Narrow rows to those whose text or JSON has the digits of a key somewhere."""
    return rows.filter(
        reduce(
            or_,
            (
                models.Q(Contains(Cast(column, models.TextField()), str(key)))
                for column in columns
                for key in keys
            ),
        )
    )


def _mentions(keys: list[int]) -> Iterable[tuple[Revision, set[int]]]:
    """Give the open revisions that point at any of the references, and at which."""
    if not keys:
        return
    wanted = set(keys)
    narrowed = open_revisions()
    if len(keys) <= 20:
        narrowed = mentioning(narrowed, keys, ["content"])
    for revision in narrowed.iterator(100):
        model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
        if model is None or not places.may_point(model):
            continue
        there = places.in_revision(model, revision.content)
        if mentioned := wanted.intersection(
            key for place in there for key in place.keys
        ):
            yield revision, mentioned


def _index_of(keys: list[int]) -> models.QuerySet[ReferenceIndex]:
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Reference),
        to_object_id__in=[str(key) for key in keys],
    )


def _pages(keys: list[int]) -> dict[int, list[int]]:
    """Give the keys of the pages whose rows use any of the references, and which."""
    page = ContentType.objects.get_for_model(Page)
    rows = (
        _index_of(keys)
        .filter(base_content_type=page)
        .values_list("object_id", "to_object_id")
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for user, target in rows.distinct():
        found[int(user)].append(int(target))
    return found


def _load(wanted: set[tuple[int, str]]) -> dict[tuple[int, str], models.Model]:
    by_kind: defaultdict[int, list[str]] = defaultdict(list)
    for kind, pk in wanted:
        by_kind[kind].append(pk)
    found = {}
    for kind, pks in by_kind.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        if model and not getattr(model, "wagtail_reference_index_ignore", False):
            for row in model._base_manager.filter(pk__in=pks):
                found[kind, str(row.pk)] = row
    return found


def _settled(user: models.Model, where: set[Where]) -> tuple[Where, ...]:
    """Tell a row that readers do not see from one that they see."""
    if Where.PUBLISHED in where and not getattr(user, "live", True):
        where = (where - {Where.PUBLISHED}) | {Where.DRAFT}
    return tuple(each for each in Where if each in where)
