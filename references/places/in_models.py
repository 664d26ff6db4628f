"""Places in the columns of models, of rows and of revisions."""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField

from references.models import Reference
from references.places import in_blocks
from references.places.place import Path, Place


def in_revision(model: type[models.Model], content: dict[str, Any]) -> list[Place]:
    """Give the places in what a revision of a model holds."""
    return list(_in_model(model, content, ()))


def in_columns(
    columns: tuple[models.Field, ...], content: dict[str, Any]
) -> list[Place]:
    """Give the places in the text columns of one row."""
    return [place for column in columns for place in _in_column(column, content, ())]


@lru_cache(maxsize=1)
def text_columns() -> dict[type[models.Model], tuple[models.Field, ...]]:
    """Give the columns of each model in which a text or a block may cite."""
    found = {}
    for model in apps.get_models():
        columns = tuple(
            column for column in model._meta.local_fields if _may_cite(column)
        )
        if columns and model._meta.managed:
            found[model] = columns
    return found


@lru_cache(maxsize=256)
def may_point(model: type[models.Model]) -> bool:
    """Whether a revision of this model can point at a record."""
    return any(
        _may_cite(column) or _is_pointer(column) for column in model._meta.get_fields()
    ) or any(
        may_point(relation.related_model) for relation in get_all_child_relations(model)
    )


def _in_model(
    model: type[models.Model], content: dict[str, Any], path: Path
) -> Iterator[Place]:
    for column in model._meta.get_fields():
        if _is_pointer(column):
            yield from _pointers(model, column, content, path)
        elif _may_cite(column):
            yield from _in_column(column, content, path)
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        rows = content.get(name)
        for at, row in enumerate(rows if isinstance(rows, list) else []):
            here = (*path, name, str(row.get("pk") or f"+{at}"))
            for place in _in_model(relation.related_model, row, here):
                if place.row is row and isinstance(rows, list):
                    place.siblings = rows
                yield place


def _pointers(
    model: type[models.Model], column: Any, content: dict[str, Any], path: Path
) -> Iterator[Place]:
    name = column.name
    value = content.get(name)
    if column.many_to_many:
        if value:

            def put_all(keys: list[int]) -> None:
                content[name] = list(dict.fromkeys(keys))

            yield Place((*path, name), [int(key) for key in value], put_all)
    elif value is not None:

        def put(keys: list[int]) -> None:
            [content[name]] = keys

        place = Place((*path, name), [int(value)], put, row=content)
        place.alone = list(_alone(model, name))
        yield place


def _alone(model: type[models.Model], name: str) -> Iterator[list[str]]:
    """Give the names, besides the parent's, that may stand together once in a list."""
    parents = {
        column.name
        for column in model._meta.get_fields()
        if isinstance(column, ParentalKey)
    }
    constraints = [
        constraint.fields
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ]
    for names in (*constraints, *model._meta.unique_together):
        if name in names and parents & set(names):
            yield [each for each in names if each not in parents]


def _in_column(column: Any, content: dict[str, Any], path: Path) -> Iterator[Place]:
    name = column.name
    value = content.get(name)
    here = (*path, name)
    if isinstance(column, RichTextField):
        yield from in_blocks.in_text(content, name, here)
    elif isinstance(value, str):
        try:
            stream = {name: json.loads(value)}
        except ValueError:
            return
        for place in in_blocks.in_block(column.stream_block, stream, name, here):
            place.put = _writing_back(place.put, stream, content, name)
            yield place
    else:
        yield from in_blocks.in_block(column.stream_block, content, name, here)


def _writing_back(
    put: Callable[[list[int]], None],
    stream: dict[str, Any],
    content: dict[str, Any],
    name: str,
) -> Callable[[list[int]], None]:
    def put_and_write(keys: list[int]) -> None:
        put(keys)
        content[name] = json.dumps(stream[name], cls=DjangoJSONEncoder)

    return put_and_write


def _is_pointer(column: Any) -> bool:
    """Whether a field of a model is a key, or a list of keys, of records."""
    return bool(
        (column.many_to_one or column.one_to_one or column.many_to_many)
        and column.concrete
        and column.related_model is Reference
    )


def _may_cite(column: Any) -> bool:
    if isinstance(column, StreamField):
        return in_blocks.may_cite(column.stream_block)
    return isinstance(column, RichTextField)
