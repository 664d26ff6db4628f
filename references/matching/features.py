"""What of a record is compared with another, brought to one form."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from references import dates, names
from references.records import Item

IDENTIFIERS = ("DOI", "PMID", "PMCID")

_TAG = re.compile(r"</?(?:i|b|sup|sub)>")
_MARKED_RETRACTED = re.compile(r"^(?:retracted|withdrawn)(?: article)? ")
_NOTICE = re.compile(
    r"^(?P<kind>erratum|corrigend\w+|corrections?|addendum|retraction|withdrawal"
    r"|expression of concern|editorial|letter|reply|response|re|comment(?:ary)?"
    r"|in reply|authors? s? ?(?:reply|response))\b"
    r"(?! (?:rate|time|to (?:treatment|therapy)))"
)
_ROMAN = re.compile(r"^(?:i{1,3}|iv|vi{0,3}|ix|x)$")
_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
_NUMERALS |= {"ix": 9, "x": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_PREPRINT = re.compile(r"\b(?:\w*rxiv|preprints?|ssrn|research square)\b")
_PREPRINT_DOI = re.compile(r"10\.(?:1101|48550|2139|21203|20944|26434|31234|31219)/")
# The Cochrane register gives its own entry on an article a DOI.
_REGISTER_DOI = "10.1002/central/"


@dataclass(frozen=True)
class Features:
    """What of a record is compared, folded."""

    title: str
    numbers: Counter[str]
    notice: str
    identifiers: dict[str, str]
    author: str
    year: int | None
    volume: str
    page: str
    container: str
    kind: str
    updated: str


def features(item: Item) -> Features:
    """Give what of an item is compared."""
    title = _folded(str(item.get("title", "")))
    title = _MARKED_RETRACTED.sub("", title)
    notice = _NOTICE.match(title)
    custom = item.get("custom")
    custom = custom if isinstance(custom, dict) else {}
    identifiers = {
        name: str(item[name]).casefold()
        for name in (*IDENTIFIERS, "URL")
        if item.get(name)
    }
    if identifiers.get("DOI", "").startswith(_REGISTER_DOI):
        del identifiers["DOI"]
    if custom.get("NBK"):
        identifiers["NBK"] = str(custom["NBK"])
    parts = dates.parts(item.get("issued"))
    return Features(
        title=title,
        numbers=_numbers(title),
        notice=notice["kind"] if notice else "",
        identifiers=identifiers,
        author=_author(item),
        year=parts[0] if parts else None,
        volume=_folded(str(item.get("volume", ""))),
        page=_first_page(item),
        container=_folded(str(item.get("container-title", ""))),
        kind=_kind(item, identifiers.get("DOI", "")),
        updated=dates.iso(custom.get("updated")),
    )


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", _TAG.sub("", text)).casefold()
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", kept))


def _numbers(title: str) -> Counter[str]:
    """Give the numbers in a title: "Part 1" and "Part II" are different works."""
    words = title.split()
    romans = [
        str(_NUMERALS[word])
        for before, word in zip(["", *words], words, strict=False)
        if word in _NUMERALS and (_ROMAN.match(word) or before in {"part", "phase"})
    ]
    return Counter([*re.findall(r"\d+", title), *romans])


def _author(item: Item) -> str:
    people = item.get("author") or item.get("editor") or []
    if not isinstance(people, list) or not people or not isinstance(people[0], dict):
        return ""
    return _folded(names.surname(people[0]))


def _first_page(item: Item) -> str:
    page = str(item.get("page") or item.get("number") or "")
    first = re.match(r"[A-Za-z]{0,4}[0-9]+", page.strip())
    return first[0].casefold() if first else ""


def _kind(item: Item, doi: str) -> str:
    fields = ("genre", "container-title", "publisher")
    about = " ".join(str(item.get(field, "")) for field in fields)
    if _PREPRINT.search(about.casefold()) or _PREPRINT_DOI.match(doi):
        return "preprint"
    return str(item.get("type", ""))
