"""Between a CSL-JSON item and the columns of a `Reference`, losing nothing.

What has no column of its own is kept in `other_variables`.
"""

from collections.abc import Mapping
from typing import Any

from references import dates, identifiers
from references.csl.vocabulary import NAMES
from references.records import Item

# Columns that hold one of CSL's text variables.
TEXTS = {
    "title": "title",
    "container_title": "container-title",
    "container_title_short": "container-title-short",
    "collection_title": "collection-title",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "number": "number",
    "genre": "genre",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "publication_status": "status",
    "language": "language",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
}
# Columns that hold one of CSL's dates.
DATES = {"issued": "issued", "available": "available-date", "accessed": "accessed"}
# Columns that CSL has no variable for: they stand in its `custom` object.
CUSTOM = {"nbk": "NBK", "updated": "updated"}
# Columns that the database wants to be empty rather than a text of no length.
NULLABLE = ("doi", "pmid", "pmcid")

_NAME_PARTS = {
    "family": "family",
    "given": "given",
    "suffix": "suffix",
    "non_dropping_particle": "non-dropping-particle",
    "dropping_particle": "dropping-particle",
}

Fields = dict[str, Any]


def fields_from_item(item: Item) -> Fields:
    """Give a value for each column that an item fills, and for no other."""
    rest = {key: value for key, value in item.items() if key != "id"}
    fields: Fields = {"csl_type": rest.pop("type", "document")}
    for column, variable in TEXTS.items():
        if value := rest.pop(variable, ""):
            fields[column] = value
    if "doi" in fields:
        fields["doi"] = identifiers.normalise_doi(fields["doi"])
    for column, variable in DATES.items():
        if text := dates.as_text(rest.pop(variable, None)):
            fields[column] = text
    custom = dict(rest.pop("custom", {}))
    if nbk := custom.pop("NBK", ""):
        fields["nbk"] = nbk
    if updated := dates.as_text(custom.pop("updated", None)):
        fields["updated"] = updated
    contributors = [
        _contributor(role, name)
        for role in [key for key in rest if key in NAMES]
        for name in rest.pop(role)
    ]
    if contributors:
        fields["contributors"] = contributors
    if custom:
        rest["custom"] = custom
    if rest:
        fields["other_variables"] = rest
    return fields


def item_from_fields(fields: Fields) -> Item:
    """Give the item that columns stand for; `contributors` is a StreamField's value."""
    item: Item = {"type": fields["csl_type"]}
    for column, variable in TEXTS.items():
        item[variable] = fields.get(column)
    for column, variable in DATES.items():
        item[variable] = dates.parse(fields.get(column) or "")
    for child in fields.get("contributors") or []:
        role = child.value["role"]
        item[role] = [*item.get(role, []), _name(child.block_type, child.value)]
    custom = {
        "NBK": fields.get("nbk"),
        "updated": dates.parse(fields.get("updated") or ""),
    }
    others = dict(fields.get("other_variables") or {})
    custom |= others.pop("custom", {})
    item["custom"] = {key: value for key, value in custom.items() if value}
    return {key: value for key, value in (others | item).items() if value}


def _contributor(role: str, name: dict[str, str]) -> tuple[str, dict[str, str]]:
    if literal := name.get("literal"):
        return "organisation", {"role": role, "name": literal}
    parts = {field: name.get(part, "") for field, part in _NAME_PARTS.items()}
    return "person", {"role": role, **parts}


def _name(block_type: str, value: Any) -> dict[str, str]:
    if block_type == "organisation":
        return {"literal": value["name"]}
    parts = {part: value.get(field) for field, part in _NAME_PARTS.items()}
    return {part: text for part, text in parts.items() if text}


def by_column(by_variable: Mapping[str, str]) -> dict[str, str]:
    """Give values that are keyed by CSL variable by the column that holds it."""
    columns = {variable: column for column, variable in (TEXTS | DATES).items()}
    columns |= dict.fromkeys(NAMES, "contributors")
    columns["type"] = "csl_type"
    found = {
        columns.get(name, "other_variables"): text for name, text in by_variable.items()
    }
    if "custom" in by_variable:
        found |= dict.fromkeys(CUSTOM, by_variable["custom"])
    return found
