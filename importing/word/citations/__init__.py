"""What citation fields cite, whichever program wrote them."""

from collections.abc import Mapping, Sequence

from importing.word import fields
from importing.word.citations import citavi, csl_json, endnote, sources
from importing.word.citations.works import Work
from references.records import Item

CONTROL = "MENDELEY_CITATION"


def of_field(
    instruction: str, data: Sequence[str], known: Mapping[str, Item]
) -> list[Work]:
    """Give the works that a field cites; none where only its text can be kept.

    `data` is what is stored beside the field's code, `known` the file's own list of
    sources by tag.
    """
    match fields.tool(instruction):
        case "Zotero" | "Mendeley":
            return csl_json.of_code(instruction)
        case "EndNote":
            return endnote.works(instruction, data)
        case "Citavi":
            return citavi.works(instruction)
        case "Word":
            return sources.works(instruction, known)
    return csl_json.of_code(instruction)


def of_control(tag: str) -> list[Work]:
    """Give the works that a content control's tag carries (Mendeley Cite)."""
    return csl_json.of_tag(tag)
