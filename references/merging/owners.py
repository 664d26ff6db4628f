"""Objects whose parts point at records, and rows as JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.search.index import Indexed, insert_or_update_object

from references.places import Path

Key = tuple[str, str]  # an object's base content type and its primary key


def owner(row: models.Model) -> tuple[models.Model, Path]:
    """Give the object that a row is a part of, and the path that leads to it there."""
    for column in row._meta.get_fields():
        if isinstance(column, ParentalKey):
            parent, path = owner(getattr(row, column.name))
            name = column.remote_field.get_accessor_name()
            return parent, (*path, name, str(row.pk))
    return (row.specific if isinstance(row, Page) else row), ()


def key_of(owner: models.Model) -> Key:
    """Give the key by which revisions know an object, too."""
    base = ReferenceIndex._get_base_content_type(owner)
    return str(base.pk), str(owner.pk)


def reindex(owners: Iterable[models.Model]) -> list[models.Model]:
    """Bring what Wagtail's indexes know of objects up to date; give them afresh."""
    fresh = [type(owner)._base_manager.get(pk=owner.pk) for owner in owners]
    for owner in fresh:
        if ReferenceIndex.is_indexed(type(owner)):
            ReferenceIndex.create_or_update_for_object(owner)
        if isinstance(owner, Indexed):
            insert_or_update_object(owner)
    return fresh


def model_of(revision: Revision) -> type[models.Model] | None:
    """Give the model of what a revision is of; `None` when it was taken out."""
    kind = ContentType.objects.get_for_id(revision.content_type_id)
    return kind.model_class()


def content_of(row: models.Model, columns: tuple[models.Field, ...]) -> dict[str, Any]:
    """Give what columns of a row hold, as JSON has it."""
    return {
        column.name: column.get_prep_value(column.value_from_object(row))
        for column in columns
    }


def as_json(rows: list[models.Model]) -> list[dict[str, Any]]:
    """Give rows as Django serialises them."""
    return json.loads(serializers.serialize("json", rows))


def from_json(rows: list[dict[str, Any]]) -> Iterator[Any]:
    """Give the rows again, not yet stored."""
    return serializers.deserialize("json", json.dumps(rows))
