"""RIS out, with tags that EndNote, Zotero and Mendeley all read."""

from collections.abc import Iterable, Iterator

from references import dates, names
from references.csl import note
from references.formats.ris.vocabulary import BOOKS, ROLES, USUAL_ROLES, WRITTEN_TYPES
from references.records import Item

_TAGS = {
    "title": "TI",
    "title-short": "ST",
    "volume": "VL",
    "publisher": "PB",
    "publisher-place": "CY",
    "language": "LA",
    "call-number": "CN",
    "DOI": "DO",
    "URL": "UR",
    "PMCID": "C2",
}


def write(items: Iterable[Item]) -> str:
    """Give items as RIS, a record each, in their order.

    What RIS has no tag for is left out; markup in titles stays as it is.
    """
    return "\n".join("\n".join(_lines(item)) + "\n" for item in items)


def _lines(item: Item) -> Iterator[str]:
    kind = WRITTEN_TYPES.get(item["type"], "GEN")
    yield f"TY  - {kind}"
    fields = [
        ("ID", item.get("id", "")),
        *_people(item, kind),
        *((tag, item.get(name, "")) for name, tag in _TAGS.items()),
        *_containers(item, kind),
        *_dates(item),
        *_numbers(item, kind),
        *(("N1", line) for line in _notes(item)),
        *(("KW", word) for word in item.get("keyword", "").split(", ")),
        ("AB", item.get("abstract", "")),
    ]
    if pmid := item.get("PMID"):
        fields += [("AN", pmid), ("DB", "PubMed")]
    for tag, value in fields:
        if value:
            yield f"{tag}  - {' '.join(str(value).split())}"
    yield "ER  - "


def _people(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    """Give each role its tag: the type's own, and ED for editors without one."""
    by_role = {
        role: tag for tag, role in USUAL_ROLES.items() if tag not in {"A1", "A2"}
    }
    own = {role: tag for tag, role in ROLES.get(kind, {}).items() if role}
    taken = ROLES.get(kind, {})
    for role, tag in (by_role | own).items():
        if taken.get(tag, role) == role:
            yield from ((tag, names.inverted(name)) for name in item.get(role, []))


def _containers(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    series = item.get("collection-title", "")
    if kind in BOOKS:
        yield "T2", series
        return
    proceedings = "C3" if kind == "CONF" else "T2"
    yield proceedings, item.get("container-title", "")
    yield "J2", item.get("container-title-short", "")
    yield "T3", series
    if kind == "CONF":
        yield "T2", item.get("event-title", "")


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    issued = dates.parts(item.get("issued"))
    if issued:
        yield "PY", f"{issued[0]:04}"
        if len(issued) > 1:
            yield "DA", dates.iso(item["issued"]).replace("-", "/")
    else:
        yield "PY", item.get("issued", {}).get("raw", "")
    yield "Y2", dates.iso(item.get("accessed")).replace("-", "/")


def _notes(item: Item) -> Iterator[str]:
    yield from item.get("note", "").splitlines()
    if updated := dates.iso(item.get("custom", {}).get("updated")):
        yield f"{note.UPDATED}: {updated}"


def _numbers(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    start, _, end = item.get("page", "").partition("-")
    if kind in BOOKS:
        yield "SP", item.get("number-of-pages", "")
        yield "M1", item.get("collection-number", "")
    else:
        yield "SP", start
        yield "EP", end
        yield "IS", item.get("issue", "") or item.get("number", "")
    yield "SN", item.get("ISSN", "") or item.get("ISBN", "")
    yield "ET", item.get("edition", "") or item.get("version", "")
    yield "NV", item.get("number-of-volumes", "")
    yield "M3", item.get("genre", "")
    yield "SE", item.get("section", "")
