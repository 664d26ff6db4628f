"""Making a record fit the library's columns, and saying what did not."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from references import columns, conversion, library
from references.csl.vocabulary import NAMES
from references.formats import ama
from references.markup import clean
from references.models import Reference
from references.records import Item, Record

SOURCE = "import"
LONGEST_TITLE = 1_000  # of one that is made of what else is known

# What is wrong when it is cut is left out instead.
_WHOLE = {"DOI", "PMID", "PMCID", "ISBN", "ISSN", "URL"}
_VARIABLES = conversion.TEXTS | conversion.DATES
_NAME_PARTS = {
    "family": 200,
    "given": 200,
    "suffix": 50,
    "non-dropping-particle": 50,
    "dropping-particle": 50,
    "literal": 1000,
}


def fitted(record: Record) -> tuple[Item, tuple[str, ...]]:
    """Give what of a record the library can store, and notes on what it cannot.

    A text that is too long is cut, a value that is none of its kind is left out, and a
    work without a title gets its printed form in place of one. The record's raw text
    keeps all.
    """
    item = {key: value for key, value in record.item.items() if key != "id"}
    notes = list(_cut(item))
    item["title"] = clean(item.get("title", ""))
    if not item["title"]:
        text = ama.as_text(item) or " ".join(record.raw.split())
        item["title"] = clean(text[:LONGEST_TITLE])
        notes.append(_("It has no title: what else is known stands for one."))
    reference = library.build(item, source=SOURCE)
    for column, message in _faults(reference):
        notes.append(
            _("%(field)s left out: %(message)s")
            % {"field": columns.label(column), "message": message}
        )
        _drop(item, column)
    return item, tuple(notes)


def _cut(item: Item) -> Iterator[str]:
    """Shorten what is too long for its column, and say so."""
    for column, variable in conversion.TEXTS.items():
        longest = getattr(Reference._meta.get_field(column), "max_length", None) or 0
        value = item.get(variable, "")
        if len(value) > longest and variable not in _WHOLE:
            # Tags that are cut in two are closed again, which needs some room.
            item[variable] = value[: longest - 50].rstrip()
            yield _("%(field)s cut to %(count)d characters.") % {
                "field": columns.label(column),
                "count": len(item[variable]),
            }
    for role in NAMES & item.keys():
        names = [
            {part: text[: _NAME_PARTS.get(part, 0)] for part, text in name.items()}
            for name in item[role]
        ]
        if names != item[role]:
            item[role] = names
            yield _("A name was cut, for it is too long.")


def _faults(reference: Reference) -> Iterator[tuple[str, str]]:
    """Give the columns that cannot be stored as they are, and why."""
    for check in (reference.clean_fields, reference.clean):
        try:
            check()
        except ValidationError as error:
            for column, messages in error.message_dict.items():
                yield column, " ".join(messages)


def _drop(item: Item, column: str) -> None:
    """Take what stands in a column out of an item."""
    custom: dict[str, Any] = item.get("custom", {})
    if column in conversion.CUSTOM:
        item["custom"] = {
            key: value
            for key, value in custom.items()
            if key != conversion.CUSTOM[column]
        }
    elif column == "contributors":
        for role in NAMES & item.keys():
            del item[role]
    elif column == "csl_type":
        item["type"] = "document"
    else:
        item.pop(_VARIABLES.get(column, ""), None)
