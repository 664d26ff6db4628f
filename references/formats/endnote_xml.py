"""EndNote XML, which EndNote, Zotero, Citavi and Rayyan write.

Source: EndNote's RSXML DTD and the record types of EndNote's reference type table.
"""

import re
from xml.etree.ElementTree import Element

from references import csl, dates, identifiers, names
from references.formats.elements import cut, marked_up, text_of
from references.records import Batch, Item, Problem, Record

# By name: the numbers differ between the programs that write this format.
_TYPES = {
    "aggregated database": "dataset",
    "ancient text": "document",
    "artwork": "graphic",
    "audiovisual material": "motion_picture",
    "bill": "bill",
    "blog": "post-weblog",
    "book": "book",
    "book section": "chapter",
    "case": "legal_case",
    "catalog": "article-magazine",
    "chart or table": "graphic",
    "classical work": "book",
    "computer program": "software",
    "conference paper": "paper-conference",
    "conference proceedings": "paper-conference",
    "dataset": "dataset",
    "dictionary": "entry-dictionary",
    "discussion forum": "post",
    "edited book": "book",
    "electronic article": "article-journal",
    "electronic book": "book",
    "electronic book section": "chapter",
    "encyclopedia": "entry-encyclopedia",
    "equation": "document",
    "figure": "graphic",
    "film or broadcast": "motion_picture",
    "government document": "report",
    "hearing": "hearing",
    "interview": "interview",
    "journal article": "article-journal",
    "legal rule or regulation": "legislation",
    "magazine article": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "multimedia application": "motion_picture",
    "music": "song",
    "newspaper article": "article-newspaper",
    "online database": "dataset",
    "online multimedia": "motion_picture",
    "pamphlet": "pamphlet",
    "patent": "patent",
    "personal communication": "personal_communication",
    "podcast": "song",
    "press release": "report",
    "report": "report",
    "serial": "book",
    "social media": "post",
    "standard": "standard",
    "statute": "legislation",
    "television episode": "broadcast",
    "thesis": "thesis",
    "unpublished work": "manuscript",
    "video": "motion_picture",
    "web page": "webpage",
}
_TYPE_NUMBERS = {
    "2": "article-journal",
    "3": "book",
    "5": "chapter",
    "6": "book",
    "10": "paper-conference",
    "12": "webpage",
    "17": "article-journal",
    "19": "article-magazine",
    "23": "article-newspaper",
    "27": "report",
    "28": "book",
    "32": "thesis",
    "43": "article-journal",
    "44": "book",
    "47": "paper-conference",
}
_PARTS = {"chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"}
_SERIALS = {"article-journal", "article-magazine", "article-newspaper"}
_FACES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
_PUBMED = re.compile(r"pubmed|medline|nlm", re.IGNORECASE)
_PMCID = re.compile(r"\bPMC\d{4,9}\b")


def read(text: str) -> Batch:
    """Give the records of an EndNote XML file."""
    records: list[Record] = []
    problems: list[Problem] = []
    for fragment in cut(text, "record"):
        if isinstance(fragment, Problem):
            problems.append(fragment)
            continue
        item = csl.normalise(_item(fragment.element))
        if item.keys() - {"id", "type", "language"}:
            records.append(Record(item, fragment.raw, fragment.place))
        else:
            message = "This EndNote record has nothing to cite in it."
            problems.append(Problem(fragment.place, message, fragment.raw))
    return Batch(tuple(records), tuple(problems))


def _item(record: Element) -> Item:
    kind = record.find("ref-type")
    name = "" if kind is None else kind.get("name", "").strip().lower()
    csl_type = _TYPES.get(name) or _TYPE_NUMBERS.get(text_of(kind), "")
    if not csl_type:
        in_journal = text_of(record, "periodical") or text_of(
            record, "titles/secondary-title"
        )
        csl_type = "article-journal" if in_journal else "document"
    addresses = [text_of(each) for each in record.iterfind("urls//url")]
    item: Item = {
        "id": text_of(record, "rec-number"),
        "type": csl_type,
        "title": _styled(record, "titles/title"),
        "title-short": _styled(record, "titles/short-title"),
        "issued": _issued(record),
        "accessed": dates.parse(text_of(record, "access-date")),
        "volume": text_of(record, "volume"),
        "page": text_of(record, "pages"),
        "publisher": text_of(record, "publisher"),
        "publisher-place": text_of(record, "pub-location"),
        "genre": text_of(record, "work-type"),
        "language": text_of(record, "language"),
        "abstract": text_of(record, "abstract"),
        "note": text_of(record, "notes"),
        "call-number": text_of(record, "call-num"),
        "keyword": ", ".join(map(text_of, record.iterfind("keywords/keyword"))),
        "DOI": _doi([text_of(record, "electronic-resource-num"), *addresses]),
        "URL": next(filter(None, map(csl.address, addresses)), ""),
    }
    item |= _containers(record, csl_type) | _numbers(record, csl_type)
    return item | _people(record, csl_type, name) | _pubmed_ids(record)


def _styled(record: Element, path: str) -> str:
    return marked_up(record.find(path), _style_tags)


def _style_tags(element: Element) -> list[str]:
    """Give the tags for a `style` element's face, which may name several."""
    faces = element.get("face", "").split()
    return [_FACES[face] for face in faces if face in _FACES]


def _people(record: Element, csl_type: str, name: str) -> dict[str, list[names.Name]]:
    roles = {
        "authors": "editor" if name == "edited book" else "author",
        "secondary-authors": "editor",
        "tertiary-authors": "collection-editor",
        "subsidiary-authors": "translator",
        "translated-authors": "translator",
    }
    if csl_type == "thesis":
        roles |= {"secondary-authors": "contributor", "tertiary-authors": "contributor"}
    elif csl_type == "personal_communication":
        roles["secondary-authors"] = "recipient"
    elif (
        csl_type == "book" and record.find("contributors/tertiary-authors") is not None
    ):
        roles |= {
            "secondary-authors": "collection-editor",
            "tertiary-authors": "editor",
        }
    people: dict[str, list[names.Name]] = {}
    for group, role in roles.items():
        found = record.iterfind(f"contributors/{group}/author")
        people.setdefault(role, []).extend(names.parse_all(map(text_of, found)))
    return people


def _containers(record: Element, csl_type: str) -> Item:
    secondary = _styled(record, "titles/secondary-title")
    full = _styled(record, "periodical/full-title")
    series = _styled(record, "titles/tertiary-title")
    if csl_type in {"book", "report", "thesis", "software", "map", "song"}:
        return {"collection-title": secondary or series}
    short = _styled(record, "periodical/abbr-1") or _styled(
        record, "alt-periodical/abbr-1"
    )
    container = secondary or full or _styled(record, "titles/alt-title")
    return {
        "container-title": container,
        "container-title-short": short if csl_type in _SERIALS else "",
        "collection-title": series,
    }


def _numbers(record: Element, csl_type: str) -> Item:
    number, serial = text_of(record, "number"), text_of(record, "isbn")
    if csl_type in _SERIALS:
        return {"issue": number, "ISSN": serial}
    edition = text_of(record, "edition")
    if csl_type == "book" or csl_type in _PARTS:
        return {"ISBN": serial, "edition": edition, "collection-number": number}
    return {"number": number or serial, "edition": edition}


def _issued(record: Element) -> dates.Date:
    """Give the year with the month and day of `pub-dates`, if they go together."""
    year = text_of(record, "dates/year")
    day = text_of(record, "dates/pub-dates/date")
    whole = dates.parse(f"{year} {day}")
    exact = dates.parse(day)
    if dates.parts(exact) and (not year or dates.parts(exact)[:1] == dates.parts(year)):
        return exact
    return whole if dates.parts(whole) else dates.parse(year or day)


def _pubmed_ids(record: Element) -> Item:
    source = text_of(record, "remote-database-name") + text_of(
        record, "remote-database-provider"
    )
    pmcid = _PMCID.search(f"{text_of(record, 'custom2')} {text_of(record, 'custom7')}")
    number = text_of(record, "accession-num")
    return {
        "PMID": number if _PUBMED.search(source) or not source else "",
        "PMCID": pmcid[0] if pmcid else "",
    }


def _doi(candidates: list[str]) -> str:
    for text in candidates:
        try:
            return identifiers.bare_doi(text)
        except ValueError:
            continue
    return ""
