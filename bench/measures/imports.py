"""Imported records beside Zotero's: every item found, and its main fields equal.

Quotation marks, dashes, markup, white space, letter case, a title's final stop and a
backslash that Zotero leaves in a name are not compared. Surnames are those of everybody
that an item names, in any role and order, since Zotero's roles and CSL's differ; a
particle counts with its surname. Where Zotero has no DOI, one that stands in the input
is not held against the reader; nor are, in a BibTeX file with `crossref`, which Zotero
does not follow, a year and people that Zotero has not.
"""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

from bench.table import Row
from references import dates
from references.csl.vocabulary import NAMES
from references.formats import registry
from references.markup import plain
from references.names import surname
from references.records import Item

_FORMATS = {
    "bibtex": "bibtex",
    "csljson": "csl-json",
    "endnotexml": "endnote-xml",
    "medline": "nbib",
    "nbib": "nbib",
    "pubmedxml": "pubmed-xml",
    "ris": "ris",
}
# Zotero's own mapping of its item types to CSL's (schema.json, "csl").
_TYPES = {
    "artwork": "graphic",
    "attachment": "document",
    "audioRecording": "song",
    "bill": "bill",
    "blogPost": "post-weblog",
    "book": "book",
    "bookSection": "chapter",
    "case": "legal_case",
    "computerProgram": "software",
    "conferencePaper": "paper-conference",
    "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary",
    "document": "document",
    "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumPost": "post",
    "hearing": "hearing",
    "instantMessage": "personal_communication",
    "interview": "interview",
    "journalArticle": "article-journal",
    "letter": "personal_communication",
    "magazineArticle": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "newspaperArticle": "article-newspaper",
    "note": "document",
    "patent": "patent",
    "podcast": "song",
    "preprint": "article",
    "presentation": "speech",
    "radioBroadcast": "broadcast",
    "report": "report",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture",
    "webpage": "webpage",
}
_TITLES = ("title", "caseName", "nameOfAct", "subject")
_DATES = ("date", "dateDecided", "dateEnacted", "issueDate")
_CROSSREF = re.compile(r"^\s*crossref\s*=", re.IGNORECASE | re.MULTILINE)
_FIELDS = ("title", "type", "year", "DOI", "surnames")


def measure(data: Path) -> list[Row]:
    """Compare every file of `import/`: its items, their fields, and the worst field."""
    rows = []
    lost = []
    for path in sorted((data / "import").glob("*.json")):
        cases = json.loads(path.read_text(encoding="utf-8"))
        found, expected, equal = 0, 0, Counter[str]()
        misses: list[str] = []
        for number, case in enumerate(cases, 1):
            text, theirs = case["input"], case["items"]
            batch = registry.read(text, _format(path.stem, text))
            ours = [record.item for record in batch.records]
            if theirs and not ours:
                lost.append(f"{path.stem} {number}")
            expected += len(theirs)
            found += min(len(ours), len(theirs))
            for item, zotero in _pairs(ours, theirs):
                same = _equal_fields(item, zotero, text)
                equal.update(same)
                misses += [f for f in _FIELDS if f not in same]
        rows += _rows(path.stem, found, expected, equal, Counter(misses))
    if rows:
        note = ", ".join(lost)
        rows.append(Row("import: files lost", len(lost), 0, "files", False, note))
    return rows


def _rows(
    name: str, found: int, expected: int, equal: Counter[str], misses: Counter[str]
) -> list[Row]:
    compared = len(_FIELDS) * max(1, found)
    missed = ", ".join(f"{field} {count}" for field, count in misses.items())
    weakest = max(_FIELDS, key=lambda field: misses[field])
    return [
        Row(
            f"import {name}: items found",
            100 * found / max(1, expected),
            98,
            note=f"{found} of {expected}",
        ),
        Row(
            f"import {name}: fields equal",
            100 * equal.total() / compared,
            95,
            note=f"not equal: {missed}" if missed else "",
        ),
        Row(
            f"import {name}: weakest field",
            100 * equal[weakest] / max(1, found),
            95,
            note=f"{weakest}: {equal[weakest]} of {found}",
        ),
    ]


def _format(stem: str, text: str) -> str:
    letters = re.sub(r"[^a-z]", "", stem.lower())
    named = (each for part, each in _FORMATS.items() if letters.startswith(part))
    return next(named, "") or registry.detect(text, stem)


def _pairs(ours: list[Item], theirs: list[Item]) -> list[tuple[Item, Item]]:
    """Pair items in order, by title where one side has more than the other."""
    if len(ours) == len(theirs):
        return list(zip(ours, theirs, strict=True))
    left = list(ours)
    pairs = []
    for zotero in theirs:
        same = [item for item in left if _title(item) == _title(zotero)]
        if item := next(iter(same or left), None):
            left.remove(item)
            pairs.append((item, zotero))
    return pairs


def _equal_fields(item: Item, zotero: Item, text: str) -> list[str]:
    doi = str(item.get("DOI", "")).casefold()
    theirs = _zotero_doi(zotero)
    year, zotero_year = dates.parts(item.get("issued"))[:1], _zotero_year(zotero)
    people, zotero_people = _surnames(item), _zotero_surnames(zotero)
    inherits = bool(_CROSSREF.search(text))
    same = {
        "title": _title(item) == _title(zotero),
        "type": item["type"] == _TYPES.get(zotero["itemType"]),
        "year": year == zotero_year or (inherits and not zotero_year),
        "DOI": doi == theirs or (not theirs and doi in text.casefold()),
        "surnames": people == zotero_people or (inherits and zotero_people < people),
    }
    return [field for field in _FIELDS if same[field]]


def _title(item: Item) -> str:
    return _letters(next(filter(None, (item.get(key) for key in _TITLES)), ""))


def _letters(text: str) -> str:
    text = unicodedata.normalize("NFKC", plain(text)).casefold()
    text = re.sub(r"[‐‑‒–—―−-]+", "-", text)
    text = re.sub("[\"'`´‘’‚‛“”„‟«»]+", "'", text)
    return re.sub(r"\s+", "", text).rstrip(".")


def _zotero_doi(zotero: Item) -> str:
    extra = re.search(r"^DOI:\s*(\S+)", zotero.get("extra") or "", re.MULTILINE)
    doi: str = zotero.get("DOI") or (extra[1] if extra else "")
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", "", doi.strip().casefold())


def _zotero_year(zotero: Item) -> tuple[int, ...]:
    date = next(filter(None, (zotero.get(key) for key in _DATES)), "")
    year = re.search(r"(?<!\d)[12]\d{3}(?!\d)", str(date))
    return (int(year[0]),) if year else ()


def _surnames(item: Item) -> Counter[str]:
    people = (person for role in NAMES for person in item.get(role, []))
    return Counter(_letters(surname(person)) for person in people)


def _zotero_surnames(zotero: Item) -> Counter[str]:
    people = (
        each.get("lastName") or each["name"] for each in zotero.get("creators", [])
    )
    return Counter(_letters(name.replace("\\", "")) for name in people)
