"""Citations whose fields hold CSL-JSON: Zotero, Mendeley Desktop, Mendeley Cite."""

import json
import re
from typing import Any

from importing.word.citations.works import Work, decoded

_LABELS = {
    "page": "p. ",
    "chapter": "chap. ",
    "section": "sec. ",
    "paragraph": "para. ",
    "volume": "vol. ",
    "figure": "fig. ",
    "line": "line ",
    "verse": "v. ",
    "note": "note ",
    "issue": "no. ",
    "part": "part ",
    "column": "col. ",
    "book": "book ",
    "supplement": "suppl. ",
}
_CODE = re.compile(r"\{")


def of_code(instruction: str) -> list[Work]:
    """Give the works of a field whose code ends in JSON; none if that is broken."""
    start = _CODE.search(instruction)
    return _works(_parsed(instruction[start.start() :])) if start else []


def of_tag(tag: str) -> list[Work]:
    """Give the works of a content control's tag, in which the JSON is packed."""
    return _works(_parsed(decoded(tag.rpartition("_")[2])))


def _parsed(text: str) -> dict[str, Any]:
    try:
        found, _end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _works(citation: dict[str, Any]) -> list[Work]:
    items = citation.get("citationItems")
    return [
        Work(item, _locator(each))
        for each in (items if isinstance(items, list) else [])
        if isinstance(each, dict)
        and isinstance(item := each.get("itemData") or each.get("item"), dict)
    ]


def _locator(item: dict[str, Any]) -> str:
    place = str(item.get("locator") or "").strip()
    if not place:
        return ""
    label = str(item.get("label") or "page")
    if label == "page" and re.search(r"\d\s*[-–,]\s*\d", place):
        return f"pp. {place}"
    return f"{_LABELS.get(label, '')}{place}" if place[0].isdigit() else place
