"""The columns of a record as an editor reads and compares them."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from references import conversion
from references.markup import plain
from references.models import Reference

# Columns that say what the work is.
DESCRIBING = (
    "csl_type",
    "title",
    "contributors",
    *(name for name in conversion.TEXTS if name != "title"),
    *conversion.DATES,
    *conversion.CUSTOM,
    "raw",
)
# Those, and what was added to them.
EDITED = (*DESCRIBING, "other_variables", "appraisals", "locked_fields")


def label(name: str) -> str:
    """Give the name of a column in words."""
    column: Any = Reference._meta.get_field(name)
    return capfirst(str(column.verbose_name))


def words(reference: Reference, name: str) -> str:
    """Give the value of a column as plain text, one line for each part of a list."""
    value = getattr(reference, name)
    if name == "title":
        return plain(value)
    if name == "csl_type":
        return str(reference.get_csl_type_display())
    if name == "locked_fields":
        return ", ".join(label(each) for each in value)
    if isinstance(value, StreamValue):
        return "\n".join(_block(child) for child in value)
    if isinstance(value, dict):
        return "\n".join(f"{key}: {_plain(each)}" for key, each in value.items())
    return str(value or "")


def stored(reference: Reference, name: str) -> Any:
    """Give the value of a column as JSON."""
    value = getattr(reference, name)
    if isinstance(value, StreamValue):
        return [
            {
                "type": child.block_type,
                "value": child.block.get_prep_value(child.value),
                "id": child.id,
            }
            for child in value
        ]
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def same(one: Any, other: Any) -> bool:
    """Whether two stored values say the same; the keys of their blocks do not count."""
    return _said(one) == _said(other)


def differing(one: Reference, other: Reference) -> list[str]:
    """Name the columns in which two records, or two versions of one, differ."""
    return [name for name in EDITED if not same(stored(one, name), stored(other, name))]


def _said(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return [{**each, "id": None} for each in value]
    return value or None


def _block(child) -> str:
    value = child.value
    if child.block_type == "organisation":
        text = value["name"]
    elif child.block_type == "person":
        parts = (
            "given",
            "dropping_particle",
            "non_dropping_particle",
            "family",
            "suffix",
        )
        text = " ".join(value[part] for part in parts if value.get(part))
    else:
        return _appraisal(child)
    role = dict(child.block.child_blocks["role"].field.choices).get(value["role"])
    if value["role"] == "author":
        return text
    return _("%(name)s (%(role)s)") % {"name": text, "role": str(role).lower()}


def _appraisal(child) -> str:
    parts = []
    for name, block in child.block.child_blocks.items():
        value = child.value.get(name)
        choices = dict(getattr(block.field, "choices", ()))
        if value not in (None, ""):
            parts.append(f"{block.label}: {choices.get(value, value)}")
    return "; ".join(parts)


def _plain(value: Any) -> str:
    if isinstance(value, str | int | float):
        return str(value)
    return json.dumps(value, ensure_ascii=False)
