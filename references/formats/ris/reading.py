"""RIS as it is found: of EndNote, Reference Manager, JabRef, publishers, databases."""

import re

from references import csl, dates, identifiers, names
from references.formats import tagged
from references.formats.ris.vocabulary import (
    BOOKS,
    PARTS,
    ROLES,
    SERIALS,
    TAGS_IN_NOTES,
    TYPES,
    USUAL_ROLES,
)
from references.formats.tagged import TaggedRecord
from references.records import Batch, Item, Problem, Record

# Any spacing, but some beside the dash: "T2-weighted" is text. TY and ER need none.
_LINE = re.compile(
    r"^\s{0,3}\ufeff?(?=(?:[A-Z][A-Z0-9](?:\s+[-–—]|[-–—](?:\s|$))|(?:TY|ER)[-–—]))"
    r"([A-Z][A-Z0-9])\s*[-–—](.*)$"
)
_HEADING = re.compile(r"^\s*(?:[A-Z][\w ]{1,30}:|[-=*_#\d.)\s]*$)")
_PUBMED = re.compile(r"\b(?:pubmed|medline|nlm|ncbi)\b", re.IGNORECASE)
_SPLIT_KEYWORDS = re.compile(r"\s*[;\n]\s*")


def read(text: str) -> Batch:
    """Give the records of RIS lines.

    Takes any spacing around the dash, records without their ER line, values that go on
    in the next line, and the tags of RIS's several writers. Lines outside of any
    record are a problem each run, unless they are headings such as "Database: …".
    """
    records: list[Record] = []
    problems: list[Problem] = []
    found = tagged.split(
        text,
        _LINE,
        starts=lambda tag: tag == "TY",
        ends=lambda line: bool(_LINE.match(line)) and line.lstrip()[:2] == "ER",
        prose=frozenset({"KW", "N1"}),
    )
    for record in found:
        if not record.fields:
            if not all(map(_HEADING.match, record.lines)):
                message = "These lines are not RIS, so they were not read."
                problems.append(Problem(record.place, message, record.raw))
            continue
        item = csl.normalise(_item(record))
        if item.keys() - {"id", "type"}:
            records.append(Record(item, record.raw, record.place))
        elif record.raw.upper().replace(" ", "") != "ER-":
            message = "This RIS record has nothing to cite in it."
            problems.append(Problem(record.place, message, record.raw))
    return Batch(tuple(records), tuple(problems))


def _item(record: TaggedRecord) -> Item:
    kind = record.first("TY").upper()
    csl_type = TYPES.get(kind, "")
    if not csl_type:
        has_journal = record.first("JO", "JF", "JA", "J1", "J2", "T2")
        csl_type = "article-journal" if has_journal else "document"
    item: Item = {
        "id": record.first("ID"),
        "type": csl_type,
        "title": record.first("TI", "T1", "CT") or _book_title(record, kind),
        "title-short": record.first("ST"),
        "issued": _issued(record),
        "accessed": _accessed(record),
        "volume": record.first("VL", "VO"),
        "page": _pages(record),
        "publisher": record.first("PB"),
        "publisher-place": record.first("CY", "PP"),
        "abstract": record.first("AB", "N2"),
        "keyword": _keywords(record),
        "language": record.first("LA"),
        "call-number": record.first("CN"),
        "note": "\n".join(record.all("N1")),
        "DOI": _doi(record),
        "URL": _url(record),
    }
    item |= _people(record, kind) | _containers(record, kind, csl_type)
    item |= _numbers(record, kind, csl_type) | _pubmed_ids(record)
    return item


def _people(record: TaggedRecord, kind: str) -> dict[str, list[names.Name]]:
    roles = USUAL_ROLES | ROLES.get(kind if kind in TYPES else "", {})
    people: dict[str, list[names.Name]] = {}
    for tag, value in record.fields:
        label, _, name = value.partition(": ")
        noted = tag == "N1" and label in TAGS_IN_NOTES
        if role := roles.get(TAGS_IN_NOTES[label] if noted else tag):
            found = names.parse_all([name if noted else value], inverted=not noted)
            people.setdefault(role, []).extend(found)
    return people


def _book_title(record: TaggedRecord, kind: str) -> str:
    """Give BT, which is a book's own title, or what names a record without a title."""
    title = record.first("BT") if kind in BOOKS else ""
    return title or record.first("TT", "ST", "BT")


def _containers(record: TaggedRecord, kind: str, csl_type: str) -> Item:
    full = record.first("JF", "T2", "BT", "JO", "J2", "JA", "J1")
    short = record.first("JA", "J1", "J2", "JO")
    series = record.first("T3")
    if kind in BOOKS:
        return {"collection-title": record.first("T2", "T3")}
    if csl_type in {"report", "thesis", "map", "motion_picture", "software", "song"}:
        return {"collection-title": record.first("T2", "T3", "JF", "JO")}
    if kind in {"CONF", "CPAPER"}:
        proceedings = record.first("C3", "BT", "JF", "T2", "JO")
        meeting = record.first("T2")
        return {
            "container-title": proceedings,
            "event-title": meeting if meeting != proceedings else "",
            "collection-title": series,
        }
    if csl_type in SERIALS | {"article"} and short != full:
        return {
            "container-title": full,
            "container-title-short": short,
            "collection-title": series,
        }
    return {"container-title": full, "collection-title": series}


def _numbers(record: TaggedRecord, kind: str, csl_type: str) -> Item:
    number = record.first("IS") or record.first("M1")
    genre = record.first("M3") if not _as_doi(record.first("M3")) else ""
    numbers: Item = {"genre": genre, "number-of-volumes": record.first("NV")}
    if csl_type in SERIALS:
        serial = record.first("SN")
        return {"issue": number, "ISSN": serial, "section": _section(record, kind)}
    if kind in BOOKS | PARTS:
        numbers |= {"ISBN": record.first("SN"), "edition": record.first("ET")}
        numbers["collection-number"] = record.first("SV", "M1")
        if kind in BOOKS:
            numbers |= {"number-of-pages": record.first("SP"), "page": ""}
        return numbers
    if csl_type in {"software", "dataset"}:
        return numbers | {"version": record.first("ET")}
    serial = record.first("SN")
    edition = record.first("ET")
    return numbers | {"number": number or serial, "ISBN": serial, "edition": edition}


def _section(record: TaggedRecord, kind: str) -> str:
    return record.first("SE") if kind == "NEWS" else ""


def _issued(record: TaggedRecord) -> dates.Date:
    """Give PY or Y1, made exact by a DA that does not contradict it."""
    stated = dates.parse(record.first("PY", "Y1"))
    year = dates.parts(stated)[:1]
    day = record.first("DA")
    exact = dates.parse(day)
    if year and day and not dates.parts(exact):
        exact = dates.parse(f"{year[0]} {day}")
    if not stated or (dates.parts(exact)[:1] == year and len(dates.parts(exact)) > 1):
        return exact or stated
    return stated


def _accessed(record: TaggedRecord) -> dates.Date:
    """Give Y2 where it is a whole date; Reference Manager writes other things there."""
    date = dates.parse(record.first("Y2"))
    return date if len(dates.parts(date)) == 3 else {}


def _pages(record: TaggedRecord) -> str:
    start, end = record.first("SP"), record.first("EP")
    if start and end and start != end and "-" not in start:
        return f"{start}-{end}"
    article_number = next(iter(re.findall(r"^\w{1,12}$", record.first("C7"))), "")
    return start or end or article_number


def _keywords(record: TaggedRecord) -> str:
    words = [_SPLIT_KEYWORDS.split(value) for value in record.all("KW")]
    return ", ".join(word for group in words for word in group if word)


def _url(record: TaggedRecord) -> str:
    values = (
        part for value in record.all("UR", "L2", "LK", "L1") for part in value.split()
    )
    addresses = [found for found in map(csl.address, values) if found]
    return next(
        (each for each in addresses if "doi.org/" not in each), (addresses or [""])[0]
    )


def _doi(record: TaggedRecord) -> str:
    """Give the DOI, which older writers put into M1, M3, L3, N1 or a link."""
    own = [*record.all("DO"), *record.all("DI", "M3", "L3", "M1", "M2", "N1")]
    linked = [each for each in record.all("UR", "L1", "L2") if "doi" in each.lower()]
    return next(filter(None, map(_as_doi, [*own, *linked])), "")


def _as_doi(text: str) -> str:
    try:
        return identifiers.bare_doi(text)
    except ValueError:
        return ""


def _pubmed_ids(record: TaggedRecord) -> Item:
    """Read the ids that EndNote writes for PubMed's records: AN beside DB, and C2."""
    pmcid = next((each for each in record.all("C2", "C3", "C7") if "PMC" in each), "")
    database = " ".join(record.all("DB", "DP"))
    number = record.first("AN") if _PUBMED.search(database) else ""
    return {"PMCID": pmcid, "PMID": number}
