"""MEDLINE lines: what PubMed saves as .nbib, and ERIC in the same form.

Source: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions".
"""

import re

from references import csl, dates, names
from references.formats import medline, tagged
from references.formats.tagged import TaggedRecord
from references.records import Batch, Item, Problem, Record

_LINE = re.compile(r"^\ufeff?([A-Z][A-Z0-9]{1,4}) {0,3}-(?: (.*)|())$")
_LABELLED = re.compile(r"^(.*?)\s*\[(doi|pii|bookaccession)\]$")
_ERIC_SERIAL = re.compile(r"^E?ISSN-", re.IGNORECASE)


def read(text: str) -> Batch:
    """Give the records of MEDLINE lines, each ended by an empty line or the next PMID.

    Lines that belong to no record are problems.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    found = tagged.split(
        text,
        _LINE,
        starts=lambda tag: tag == "PMID",
        ends=lambda line: not line.strip(),
    )
    for record in found:
        item = csl.normalise(_item(record)) if record.fields else {}
        if item.get("title"):
            records.append(Record(item, record.raw, record.place))
        else:
            message = "These lines are no MEDLINE record with a title."
            problems.append(Problem(record.place, message, record.raw))
    return Batch(tuple(records), tuple(problems))


def _item(record: TaggedRecord) -> Item:
    ids = _ids(record)
    english = record.first("LA").lower() in {"eng", "english"}
    csl_type = medline.csl_type(record.all("PT"), in_issue=bool(record.all("VI", "IP")))
    book = medline.title(record.first("BTI"))
    title = medline.title(record.first("TI"))
    if book:
        csl_type = "chapter" if title and title != book else "book"
    item: Item = {
        "id": record.first("PMID", "OID"),
        "type": csl_type,
        "title": title or book or medline.title(record.first("TT")),
        "original-title": medline.title(record.first("TT")) if title else "",
        "author": _people(record),
        "editor": names.parse_all(record.all("FED") or record.all("ED"), inverted=True),
        "issued": dates.parse(record.first("DP")),
        "available-date": dates.parse(record.first("DEP")),
        "container-title-short": record.first("TA"),
        "volume": record.first("VI"),
        "issue": record.first("IP"),
        "page": medline.pages(record.first("PG")) or medline.article_number(ids["pii"]),
        "edition": record.first("EN"),
        "publisher": record.first("PB"),
        "publisher-place": record.first("PL") if book else "",
        "ISBN": record.first("ISBN"),
        "ISSN": record.all("IS")
        + [_ERIC_SERIAL.sub("", each) for each in record.all("ISSN")],
        "language": record.first("LA"),
        "abstract": record.first("AB"),
        "DOI": ids["doi"],
        "PMID": record.first("PMID"),
        "PMCID": record.first("PMC"),
        "URL": next(
            filter(None, map(csl.address, record.all("URL", "LID", "AID"))), ""
        ),
        "custom": {
            "NBK": ids["bookaccession"],
            "updated": dates.parse(record.first("CTDT", "LR")) if book else {},
        },
    }
    journal = medline.journal(record.first("JT", "TA"), english=english)
    if csl_type == "chapter":
        item["container-title"] = book
        item["collection-title"] = record.first("CTI")
    elif csl_type in {"report", "book"} and not book:
        item["publisher"] = record.first("PB", "JT")
    elif csl_type == "book":
        item["collection-title"] = record.first("CTI")
    else:
        item["container-title"] = journal
    if record.first("PST") == "aheadofprint":
        item["status"] = "Epub ahead of print"
    return medline.finish(item)


def _people(record: TaggedRecord) -> list[names.Name]:
    """Give the authors by their full names (FAU), or by AU where there is none.

    Organisations (CN) stand among them, in their place.
    """
    people: list[tuple[str, names.Name]] = []
    for tag, value in record.fields:
        if tag == "CN":
            people.append((tag, {"literal": value.removesuffix(".")}))
        elif tag == "FAU" or (tag == "AU" and not (people and people[-1][0] == "FAU")):
            people.append((tag, names.parse(value, inverted=True)))
        elif tag == "AU":
            people[-1] = ("", people[-1][1])
    return [name for _, name in people if name]


def _ids(record: TaggedRecord) -> dict[str, str]:
    """Give the ids of LID and AID by their label; a bare DOI address counts as one."""
    ids = dict.fromkeys(("doi", "pii", "bookaccession"), "")
    for value in record.all("LID", "AID"):
        match = _LABELLED.match(value)
        if match and not ids[match[2]]:
            ids[match[2]] = match[1]
        elif "doi.org/" in value and not ids["doi"]:
            ids["doi"] = value
    return ids
