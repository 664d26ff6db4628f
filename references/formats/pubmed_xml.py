"""PubMed XML: articles and Bookshelf chapters, as NCBI's efetch gives them.

Source: the PubMed DTD (https://dtd.nlm.nih.gov/ncbi/pubmed/).
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from references import csl, dates, names
from references.formats import medline
from references.formats.elements import Fragment, cut, marked_up, text_of
from references.records import Batch, Item, Problem, Record


def read(text: str) -> Batch:
    """Give the articles and book documents of a PubMed XML file.

    Identifiers are the record's own, never those of the works that it cites.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    for fragment in cut(text, "PubmedArticle", "PubmedBookArticle"):
        if isinstance(fragment, Problem):
            problems.append(fragment)
            continue
        item = _item(fragment)
        if item.get("title"):
            records.append(Record(item, fragment.raw, fragment.place))
        else:
            message = "This PubMed record has no title."
            problems.append(Problem(fragment.place, message, fragment.raw))
    return Batch(tuple(records), tuple(problems))


def _item(fragment: Fragment) -> Item:
    document = fragment.element.find("BookDocument")
    if document is not None:
        return csl.normalise(_book(document, fragment.element))
    return csl.normalise(_article(fragment.element))


def _article(record: Element) -> Item:
    citation = record.find("MedlineCitation")
    article = None if citation is None else citation.find("Article")
    if citation is None or article is None:
        return {}
    issue = article.find("Journal/JournalIssue")
    language = text_of(article, "Language")
    vernacular = medline.title(marked_up(article.find("VernacularTitle")))
    title = medline.title(marked_up(article.find("ArticleTitle")))
    online = _date(article.find("ArticleDate"))
    kinds = article.iterfind("PublicationTypeList/PublicationType")
    ids = _ids(record.find("PubmedData/ArticleIdList"))
    journal = text_of(article, "Journal/Title") or text_of(citation, ".//MedlineTA")
    item: Item = {
        "id": text_of(citation, "PMID"),
        "type": medline.csl_type(map(text_of, kinds), in_issue=True),
        "title": title or vernacular,
        "original-title": vernacular if title else "",
        "author": _people(article.find("AuthorList")),
        "container-title": medline.journal(journal, english=language.lower() == "eng"),
        "container-title-short": text_of(citation, "MedlineJournalInfo/MedlineTA")
        or text_of(article, "Journal/ISOAbbreviation"),
        "issued": _date(None if issue is None else issue.find("PubDate")) or online,
        "available-date": online,
        "volume": text_of(issue, "Volume"),
        "issue": text_of(issue, "Issue"),
        "page": _pages(article),
        "ISSN": text_of(article, "Journal/ISSN"),
        "language": language,
        "abstract": _abstract(article),
        "DOI": _location(article, "doi") or ids.get("doi", ""),
        "PMID": text_of(citation, "PMID"),
        "PMCID": ids.get("pmc", ""),
    }
    if text_of(record, "PubmedData/PublicationStatus") == "aheadofprint":
        item["status"] = "Epub ahead of print"
    return medline.finish(item)


def _book(document: Element, record: Element) -> Item:
    book = document.find("Book")
    chapter = medline.title(marked_up(document.find("ArticleTitle")))
    whole = medline.title(marked_up(None if book is None else book.find("BookTitle")))
    ids = _ids(record.find("PubmedBookData/ArticleIdList"))
    ids |= _ids(document.find("ArticleIdList"))
    updated = document.find("ContributionDate")
    if updated is None:
        updated = document.find("DateRevised")
    own = [*_authors(document, "authors"), *_authors(document, "")]
    of_book = _authors(book, "authors")
    item: Item = {
        "id": text_of(document, "PMID"),
        "type": "chapter" if chapter else "book",
        "title": chapter or whole,
        "container-title": whole if chapter else "",
        "author": own or of_book,
        "container-author": of_book if chapter and own else [],
        "editor": _authors(book, "editors") or _authors(document, "editors"),
        "collection-title": text_of(book, "CollectionTitle"),
        "publisher": text_of(book, "Publisher/PublisherName"),
        "publisher-place": text_of(book, "Publisher/PublisherLocation"),
        "issued": _date(None if book is None else book.find("PubDate"))
        or _date(document.find("ContributionDate")),
        "edition": text_of(book, "Edition"),
        "volume": text_of(book, "Volume"),
        "page": _pages(document),
        "ISBN": text_of(book, "Isbn"),
        "language": text_of(document, "Language"),
        "abstract": _abstract(document),
        "DOI": _location(book, "doi") or ids.get("doi", ""),
        "PMID": text_of(document, "PMID"),
        "PMCID": ids.get("pmc", ""),
        "custom": {"NBK": ids.get("bookaccession", ""), "updated": _date(updated)},
    }
    return medline.finish(item)


def _people(authors: Element | None) -> list[names.Name]:
    if authors is None:
        return []
    valid = (each for each in authors.iterfind("Author") if _is_valid(each))
    return [name for name in map(_name, valid) if name]


def _name(author: Element) -> names.Name:
    if collective := text_of(author, "CollectiveName"):
        return {"literal": collective.rstrip(".")}
    given = text_of(author, "ForeName") or text_of(author, "Initials")
    return names.person(text_of(author, "LastName"), given, text_of(author, "Suffix"))


def _authors(parent: Element | None, kind: str) -> list[names.Name]:
    """Give the people of the lists whose `Type` is this ("authors", "editors", "")."""
    if parent is None:
        return []
    lists = parent.iterfind("AuthorList")
    people = [_people(each) for each in lists if each.get("Type", "") == kind]
    return [person for group in people for person in group]


def _date(element: Element | None) -> dates.Date:
    if element is None:
        return {}
    if medline_date := text_of(element, "MedlineDate"):
        return dates.parse(medline_date)
    tags = ("Year", "Month", "Day", "Season")
    year, month, day, season = (text_of(element, tag) for tag in tags)
    if month.isdecimal():
        return dates.normalise({"date-parts": [[year, month, day]]})
    return dates.parse(f"{year} {month or season} {day}")


def _pages(parent: Element) -> str:
    pages = text_of(parent, "Pagination/MedlinePgn")
    start, end = (text_of(parent, f"Pagination/{tag}Page") for tag in ("Start", "End"))
    pages = pages or "-".join(filter(None, (start, end)))
    return medline.pages(pages) or medline.article_number(_location(parent, "pii"))


def _location(parent: Element | None, kind: str) -> str:
    locations = [] if parent is None else parent.findall("ELocationID")
    found = (
        text_of(each)
        for each in locations
        if each.get("EIdType") == kind and _is_valid(each)
    )
    return next(found, "")


def _ids(parent: Element | None) -> dict[str, str]:
    found: Iterator[Element] = iter(()) if parent is None else parent.iterfind("*")
    return {each.get("IdType", ""): text_of(each) for each in found}


def _abstract(parent: Element) -> str:
    paragraphs = parent.iterfind("Abstract/AbstractText")
    labelled = ((each.get("Label", ""), text_of(each)) for each in paragraphs)
    return "\n".join(": ".join(filter(None, pair)) for pair in labelled)


def _is_valid(element: Element) -> bool:
    return element.get("ValidYN", "Y") != "N"
