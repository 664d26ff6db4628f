"""BibTeX and BibLaTeX entries to CSL-JSON.

Sources: Patashnik, "BibTeXing" (1988); the biblatex manual, sections 2.1 and 2.2.
"""

import re

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from references import csl, dates, names
from references.formats.bibtex import entries, latex
from references.formats.bibtex.entries import BibtexEntry
from references.markup import plain
from references.records import Batch, Item, Problem, Record

TYPES = {
    "article": "article-journal",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "book",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "mastersthesis": "thesis",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "webpage": "webpage",
    "www": "webpage",
}
_GENRES = {"mastersthesis": "Master’s thesis", "phdthesis": "Doctoral dissertation"}
_IN_BOOKS = {"chapter", "paper-conference", "entry-encyclopedia"}
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}
_VERBATIM = {"doi", "url", "eprint", "howpublished", "file", "urldate", "isbn", "issn"}


def read(text: str) -> Batch:
    """Give the entries of a BibTeX file; comments and macros are no records."""
    records: list[Record] = []
    problems: list[Problem] = []
    for entry in entries.parse(text):
        if isinstance(entry, Problem):
            problems.append(entry)
            continue
        item = csl.normalise(_item(entry))
        if item.keys() - {"id", "type"}:
            records.append(Record(item, entry.raw, entry.place))
        else:
            message = "This BibTeX entry has nothing to cite in it."
            problems.append(Problem(entry.place, message, entry.raw))
    return Batch(tuple(records), tuple(problems))


def _item(entry: BibtexEntry) -> Item:
    def get(*fields: str) -> str:
        values = (_decoded(field, entry.fields.get(field, "")) for field in fields)
        return next(filter(None, values), "")

    csl_type = _type(entry)
    journal = get("journal", "journaltitle")
    whole = _joined(get("booktitle"), get("booksubtitle"))
    container = whole or journal if csl_type in _IN_BOOKS else journal or whole
    item: Item = {
        "id": entry.key,
        "type": csl_type,
        "title": _joined(get("title"), get("subtitle"))
        or get("booktitle", "maintitle"),
        "title-short": get("shorttitle"),
        "container-title": "" if csl_type == "book" else container,
        "container-title-short": get("shortjournal", "journalabbr", "journal-iso"),
        "collection-title": get("series"),
        "event-title": get("eventtitle"),
        "event-place": get("venue"),
        "issued": _issued(get("date"), get("year"), get("month"), get("day")),
        "accessed": dates.parse(get("urldate", "accessed", "lastchecked")),
        "volume": get("volume"),
        "page": get("pages") or get("eid", "article-number", "articleno"),
        "chapter-number": get("chapter"),
        "number-of-pages": get("pagetotal"),
        "number-of-volumes": get("volumes"),
        "edition": get("edition"),
        "version": get("version"),
        "genre": get("type") or _GENRES.get(entry.kind, ""),
        "publisher": get("publisher", "institution", "school", "organization"),
        "publisher-place": get("address", "location"),
        "ISBN": get("isbn"),
        "ISSN": get("issn"),
        "DOI": get("doi"),
        "PMID": get("pmid"),
        "PMCID": get("pmcid", "pmc"),
        "URL": csl.address(get("url")) or _address(get("howpublished", "note")),
        "language": get("language", "langid"),
        "license": get("copyright", "rights"),
        "abstract": get("abstract"),
        "keyword": get("keywords", "keyword"),
        "note": get("note", "annote", "annotation"),
    }
    number = get("number")
    place = {"book": "collection-number", "chapter": "collection-number"}
    serial = journal or csl_type in {"article-journal", "paper-conference"}
    item[place.get(csl_type, "issue" if serial else "number")] = get("issue") or number
    item |= {
        role: _people(entry.fields.get(field, "")) for field, role in _ROLES.items()
    }
    return item | _preprint(entry, get("eprint"))


def _type(entry: BibtexEntry) -> str:
    if entry.fields.get("entrysubtype", "").lower() in {"magazine", "newspaper"}:
        return f"article-{entry.fields['entrysubtype'].lower()}"
    if entry.kind in TYPES:
        return TYPES[entry.kind]
    if entry.fields.get("journal") or entry.fields.get("journaltitle"):
        return "article-journal"
    online = _address(entry.fields.get("howpublished", ""))
    return "webpage" if online or "urldate" in entry.fields else "document"


def _preprint(entry: BibtexEntry, eprint: str) -> Item:
    """Give what an archive's number says: a preprint on arXiv is often @misc."""
    archive = entry.fields.get("archiveprefix", "") or entry.fields.get(
        "eprinttype", ""
    )
    archive = archive.strip(" {}")
    if archive.lower() == "pubmed":
        return {"PMID": eprint}
    if archive.lower() != "arxiv" or entry.kind not in {
        "misc",
        "online",
        "unpublished",
    }:
        return {}
    preprint = {"type": "article", "genre": "preprint", "publisher": "arXiv"}
    return preprint | {"number": f"arXiv:{eprint.removeprefix('arXiv:')}"}


def _decoded(field: str, value: str) -> str:
    return latex.decode_verbatim(value) if field in _VERBATIM else latex.decode(value)


def _joined(title: str, subtitle: str) -> str:
    return f"{title}: {subtitle}" if title and subtitle else title


def _address(text: str) -> str:
    match = re.search(r"https?://[^\s{}\"<>]+", text)
    return csl.address(match[0].rstrip(".,;)")) if match else ""


def _issued(date: str, year: str, month: str, day: str) -> dates.Date:
    if date and dates.parts(dates.parse(date)):
        return dates.parse(date)
    if month.strip().isdecimal():
        return dates.normalise({"date-parts": [[year.strip(), month, day or None]]})
    exact = dates.parse(f"{year} {month} {day}")
    return exact if dates.parts(exact) else dates.parse(year)


def _people(value: str) -> list[names.Name]:
    """Give the names that "and" parts, by BibTeX's rules for their parts.

    A name in braces, or with the words of one, is an organisation. Names have no line
    breaks, so a doubled backslash is one that a program escaped twice.
    """
    value = value.replace(r"\\", "\\")
    people = (_name(name) for name in split_multiple_persons_names(value))
    return [person for person in people if person]


def _name(text: str) -> names.Name:
    text = " ".join(text.split())
    whole = plain(latex.decode(text))
    if text.startswith("{") and text.endswith("}") and "{" not in text[1:-1]:
        return {"literal": whole} if whole else {}
    if not whole or not names.parse(whole) or names.is_organisation(whole):
        return names.parse(whole)
    try:
        parts = parse_single_name_into_parts(text, strict=False)
    except InvalidNameError:
        return names.parse(whole)
    given, particle, family, suffix = (
        plain(latex.decode(" ".join(words)))
        for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    if not family:
        return names.parse(whole)
    if not (given or particle or suffix):
        return {"literal": family} if "," not in text else {"family": family}
    name = names.person(family, given, suffix)
    return name | ({"non-dropping-particle": particle} if particle else {})
