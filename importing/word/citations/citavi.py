"""Citations of Citavi: a packed JSON object in the field's code."""

import json
import re
from typing import Any

from importing.word.citations.works import Work, decoded
from references.records import Item

_PACKED = re.compile(r"Placeholder\s*\{([A-Za-z0-9+/=\s_-]+)\}?", re.IGNORECASE)
_TYPES = {
    "Book": "book",
    "BookEdited": "book",
    "Contribution": "chapter",
    "ConferenceProceedings": "book",
    "InternetDocument": "webpage",
    "JournalArticle": "article-journal",
    "NewspaperArticle": "article-newspaper",
    "Report": "report",
    "Thesis": "thesis",
    "UnpublishedWork": "manuscript",
}


def works(instruction: str) -> list[Work]:
    """Give the works of a citation field; none if it does not say them."""
    packed = _PACKED.search(instruction)
    try:
        placeholder = json.loads(decoded(packed[1])) if packed else {}
    except (ValueError, RecursionError):
        return []
    entries = placeholder.get("Entries") if isinstance(placeholder, dict) else None
    return [
        Work(_item(entry["Reference"]), _pages(entry.get("PageRange")))
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("Reference"), dict)
    ]


def _item(source: dict[str, Any]) -> Item:
    parent = source.get("ParentReference")
    parent = parent if isinstance(parent, dict) else {}
    periodical = source.get("Periodical")
    journal = periodical.get("Name") if isinstance(periodical, dict) else None
    kind = str(source.get("ReferenceType") or "")
    publishers = source.get("Publishers") or parent.get("Publishers")
    return {
        "type": _TYPES.get(kind, "article-journal" if journal else "document"),
        "title": _title(source),
        "container-title": journal or _title(parent),
        "author": _people(source.get("Authors")),
        "editor": _people(source.get("Editors") or parent.get("Editors")),
        "issued": source.get("Year") or source.get("Date") or parent.get("Year"),
        "volume": source.get("Volume"),
        "issue": source.get("Number"),
        "page": _pages(source.get("PageRange")).removeprefix("p. "),
        "publisher": next(iter(_names(publishers)), ""),
        "publisher-place": source.get("PlaceOfPublication"),
        "edition": source.get("Edition"),
        "DOI": source.get("Doi"),
        "PMID": source.get("PubMedId"),
        "ISBN": source.get("Isbn"),
        "URL": source.get("OnlineAddress"),
        "accessed": source.get("AccessDate"),
    }


def _title(source: dict[str, Any]) -> str:
    title, subtitle = source.get("Title"), source.get("Subtitle")
    return ": ".join(str(part).strip() for part in (title, subtitle) if part)


def _people(people: object) -> list[dict[str, str]]:
    return [
        {
            "family": str(each.get("LastName") or ""),
            "given": " ".join(
                str(each[part])
                for part in ("FirstName", "MiddleName")
                if each.get(part)
            ),
        }
        for each in (people if isinstance(people, list) else [])
        if isinstance(each, dict)
    ]


def _names(things: object) -> list[str]:
    return [
        str(each.get("Name") or "")
        for each in (things if isinstance(things, list) else [])
        if isinstance(each, dict)
    ]


def _pages(pages: object) -> str:
    text = pages.get("OriginalString") if isinstance(pages, dict) else None
    return f"p. {text}" if isinstance(text, str) and text else ""
