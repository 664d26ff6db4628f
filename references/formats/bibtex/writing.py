"""BibTeX out: entries that BibTeX's own styles and BibLaTeX both read."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from references import dates, names
from references.formats.bibtex import latex
from references.records import Item

_TYPES = {
    "article": "misc",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "inreference",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "video",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "periodical": "periodical",
    "post-weblog": "online",
    "report": "techreport",
    "review": "review",
    "software": "software",
    "song": "audio",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "online",
}
_ROLES = {"author": "author", "editor": "editor", "translator": "translator"}
_FIELDS = {
    "title-short": "shorttitle",
    "container-title-short": "shortjournal",
    "collection-title": "series",
    "event-title": "eventtitle",
    "volume": "volume",
    "chapter-number": "chapter",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "edition": "edition",
    "version": "version",
    "genre": "type",
    "publisher-place": "address",
    "language": "language",
    "license": "copyright",
    "keyword": "keywords",
    "abstract": "abstract",
    "note": "note",
}
_VERBATIM = {
    "ISBN": "isbn",
    "ISSN": "issn",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "URL": "url",
}
_MONTHS = [month[:3].lower() for month in dates.MONTHS]


def write(items: Iterable[Item]) -> str:
    """Give items as BibTeX, an entry each, in their order, under keys of their own."""
    taken: set[str] = set()
    return "\n".join(_entry(item, _key(item, taken)) for item in items)


def _entry(item: Item, key: str) -> str:
    kind = _TYPES.get(item["type"], "misc")
    fields = [f"  {name} = {value},\n" for name, value in _fields(item, kind) if value]
    return f"@{kind}{{{key},\n{''.join(fields)}}}\n"


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    # A second pair of braces keeps a title's capitals as they are.
    yield "title", _braced(_braced(latex.encode(item.get("title", ""))))
    for role, field in _ROLES.items():
        yield field, _braced(" and ".join(map(_name, item.get(role, []))))
    container = "journal" if kind in {"article", "misc", "periodical"} else "booktitle"
    yield container, _braced(latex.encode(item.get("container-title", "")))
    yield from _issued(item)
    yield "urldate", _braced(dates.iso(item.get("accessed")))
    number = item.get("issue") or item.get("number") or item.get("collection-number")
    yield "number", _braced(latex.encode(number or ""))
    yield "pages", _braced(latex.encode(item.get("page", "")).replace("-", "--"))
    publisher = {"techreport": "institution", "thesis": "school"}.get(kind, "publisher")
    yield publisher, _braced(latex.encode(item.get("publisher", "")))
    for name, field in _FIELDS.items():
        yield field, _braced(latex.encode(item.get(name, "")))
    for name, field in _VERBATIM.items():
        yield field, _braced(re.sub(r"([{}%\\])", r"\\\1", item.get(name, "")))


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _issued(item: Item) -> Iterator[tuple[str, str]]:
    parts = dates.parts(item.get("issued"))
    raw = item.get("issued", {}).get("raw", "")
    yield "year", _braced(str(parts[0]) if parts else latex.encode(raw))
    if len(parts) > 1:
        yield "month", _MONTHS[parts[1] - 1]
    if len(parts) > 2:
        yield "day", _braced(str(parts[2]))


def _name(name: names.Name) -> str:
    if "literal" in name:
        return _braced(latex.encode(name["literal"]))
    family = latex.encode(name.get("family", ""))
    if re.search(r"\s", family) or not family[:1].isupper():
        family = _braced(family)
    particle = latex.encode(name.get("non-dropping-particle", ""))
    parts = [f"{particle} {family}".strip()]
    parts += [latex.encode(name[key]) for key in ("suffix", "given") if name.get(key)]
    # The word would part two names.
    return re.sub(r"\b(and)\b", r"{\1}", ", ".join(parts), flags=re.IGNORECASE)


def _key(item: Item, taken: set[str]) -> str:
    """Give the item's own id if it can be a key, or family and year, made unique."""
    own = str(item.get("id", ""))
    if not re.fullmatch(r"[A-Za-z][\w:.+/-]{0,80}", own, re.ASCII):
        people = item.get("author") or item.get("editor") or [{}]
        family = people[0].get("family") or people[0].get("literal") or "anonymous"
        letters = unicodedata.normalize("NFKD", family.split(" ")[0])
        word = re.sub(r"[^A-Za-z]", "", letters) or "item"
        own = f"{word}{''.join(map(str, dates.parts(item.get('issued'))[:1]))}"
    key, number = own, 2
    while key.lower() in taken:
        key, number = f"{own}-{number}", number + 1
    taken.add(key.lower())
    return key
