"""CSL-JSON from anyone, brought to the conventions of `references.records`."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from references import dates, identifiers, names
from references.csl import note
from references.csl.vocabulary import (
    CROSSREF_TYPES,
    DATES,
    LEGACY_NAMES,
    NAMES,
    TEXTS,
    TITLES,
    TYPES,
)
from references.markup import clean, plain
from references.records import Item

LONGEST_TEXT = 5_000
LONGEST_PROSE = 100_000
MOST_NAMES = 5_000

_PROSE = {"abstract", "annote", "note"}
_NAME_PARTS = (
    "family",
    "given",
    "suffix",
    "non-dropping-particle",
    "dropping-particle",
)
_IDENTIFIERS: dict[str, Callable[[str], str]] = {
    "DOI": identifiers.bare_doi,
    "PMID": identifiers.normalise_pmid,
    "PMCID": identifiers.normalise_pmcid,
}
_ISBN = re.compile(r"\b(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]\b", re.IGNORECASE)
_ISSN = re.compile(r"\b\d{4}-?\d{3}[\dX]\b", re.IGNORECASE)
_PAGE_LABEL = re.compile(r"^(?:pp?\.|pages?\b)\s*(?=\w)", re.IGNORECASE)
_DASHES = re.compile(r"\s*(?:[‐‑–—−]|-+)\s*")


def normalise(item: object) -> Item:
    """Give a CSL-JSON object under the conventions of `references.records`.

    Takes what Crossref, Zotero, citeproc-js and people write: lists for texts, numbers
    and nulls, dates as texts, DOIs as addresses, names as texts or under `name`, names
    of variables from before CSL 1.0.2, variables in the note ("PMID: 123"). What is
    none of CSL's variables is left out, save for `custom`; so are identifiers that are
    none, and addresses that are not http(s). Never raises; what is no object at all
    gives `{"type": "document"}`.
    """
    given = {str(key): value for key, value in _object(item).items()}
    for old, new in LEGACY_NAMES.items():
        if old in given and not _text(given.get(new)):
            given[new] = given[old]
    _join_subtitle(given)
    _fill_from_note(given)
    _fill_from_crossref(given)
    result: Item = {"id": _text(given.get("id")), "type": _type(given)}
    for key, value in given.items():
        result[key] = result.get(key) or _variable(key, value)
    if not result.get("DOI") and "doi.org/" in str(result.get("URL")):
        result["DOI"] = _identifier("DOI", result["URL"])
    return {key: value for key, value in result.items() if value}


def address(value: object) -> str:
    """Give an http(s) address, or "" for anything else."""
    text = _text(value)
    if re.match(r"www\.\S+\.\S", text, re.IGNORECASE):
        text = f"http://{text}"
    if re.search(r'[\s<>"\\]', text) or len(text) > LONGEST_TEXT:
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.hostname else ""


def _variable(key: str, value: object) -> Any:
    if key in TITLES:
        return clean(_first(value)[:LONGEST_TEXT])
    if key == "page":
        return _pages(_text(value))
    if key in _PROSE:
        return _prose(value)
    if key in TEXTS:
        return _text(value)
    if key in NAMES:
        return _names(value)
    if key in DATES:
        return dates.normalise(value)
    if key in _IDENTIFIERS:
        return _identifier(key, value)
    if key in {"ISBN", "ISSN"}:
        return _serial(_ISBN if key == "ISBN" else _ISSN, value)
    if key == "URL":
        return address(value)
    if key == "custom":
        return _custom(value)
    return None


def _object(value: object) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


def _first(value: object) -> str:
    """Give a text, the first of a list that says something, or a number as text."""
    if isinstance(value, list):
        return next(filter(None, map(_first, value[:10])), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)[:LONGEST_PROSE].strip()


def _text(value: object) -> str:
    return plain(_first(value)[:LONGEST_TEXT])


def _prose(value: object) -> str:
    lines = (plain(line) for line in _first(value).splitlines())
    return "\n".join(lines).strip()


def _pages(text: str) -> str:
    return _DASHES.sub("-", _PAGE_LABEL.sub("", text)).strip("-")


def _type(given: Item) -> str:
    stated = _text(given.get("type"))
    for kind in (stated, stated.lower()):
        if kind in TYPES:
            return kind
        if kind in CROSSREF_TYPES:
            return CROSSREF_TYPES[kind]
    if _text(given.get("container-title")) and not stated:
        return "article-journal"
    return "document"


def _join_subtitle(given: Item) -> None:
    """Put Crossref's separate subtitle behind its title."""
    title, subtitle = _first(given.get("title")), _first(given.get("subtitle"))
    if title and subtitle and subtitle.lower() not in title.lower():
        given["title"] = f"{title.rstrip(' :')}: {subtitle}"


def _fill_from_note(given: Item) -> None:
    found, given["note"] = note.split(_first(given.get("note")))
    if updated := found.pop(note.UPDATED, None):
        given["custom"] = {note.UPDATED: updated[-1]} | _object(given.get("custom"))
    for key, values in found.items():
        if key == "type":
            given["type"] = values[-1] if values[-1] in TYPES else given.get("type")
        elif not given.get(key):
            people = [note.name(value) for value in values]
            given[key] = people if key in NAMES else values[0]


def _fill_from_crossref(given: Item) -> None:
    if _text(given.get("type")) == "posted-content" and not given.get("genre"):
        given["genre"] = given.get("subtype") or "preprint"
    if not dates.parts(given.get("issued")):
        published = ("published", "published-print", "published-online")
        known = [given[key] for key in published if dates.parts(given.get(key))]
        given["issued"] = known[0] if known else given.get("issued")
    if not _text(given.get("page")) and _text(given.get("article-number")):
        given["page"] = given["article-number"]


def _names(value: object) -> list[names.Name]:
    people = value if isinstance(value, list) else [value]
    read = (_name(person) for person in people[:MOST_NAMES])
    return [person for person in read if person]


def _name(value: object) -> names.Name:
    if isinstance(value, str):
        return names.parse(plain(value[:LONGEST_TEXT]))
    person = _object(value)
    parts = {key: _text(person.get(key)) for key in _NAME_PARTS}
    if parts["family"]:
        return {key: text for key, text in parts.items() if text}
    literal = _text(person.get("literal")) or _text(person.get("name"))
    literal = literal or " ".join(filter(None, (parts["given"], parts["suffix"])))
    return {"literal": literal} if literal else {}


def _identifier(key: str, value: object) -> str:
    try:
        return _IDENTIFIERS[key](_text(value))
    except ValueError:
        return ""


def _serial(pattern: re.Pattern[str], value: object) -> str:
    values = value if isinstance(value, list) else [value]
    text = " ".join(_text(each) for each in values[:20])
    match = pattern.search(text.translate(str.maketrans("‐‑–−", "----")))
    return match[0].upper() if match else ""


def _custom(value: object) -> Item:
    """Keep the project's own keys in their form, and other short plain values."""
    custom: Item = {}
    for key, each in list(_object(value).items())[:50]:
        if key == "NBK":
            try:
                custom["NBK"] = identifiers.normalise_nbk(_text(each))
            except ValueError:
                continue
        elif key == "updated":
            custom["updated"] = dates.normalise(each)
        else:
            custom[_text(key)] = _text(each)
    return {key: each for key, each in custom.items() if key and each}
