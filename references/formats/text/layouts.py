"""What follows the authors of a typed reference, read as the first layout that fits.

A thesis, a part of a book, a journal article, a preprint, a page on the web, a book.
"""

import re
from typing import Any

from references.formats.text import book, contributors, journal
from references.formats.text.marks import Marks
from references.formats.text.opening import Opening, organisations
from references.formats.text.words import DASH, DATE, joined, sentences, tidy

_PUBLISHED = re.compile(
    rf"(?P<before>.*?[.?!;,]|)\s*(?P<label>Published\s(?:online\s)?)?\(?(?P<date>{DATE})\)?\.?",
    re.IGNORECASE | re.DOTALL,
)
_IN_NEWSPAPER = re.compile(
    rf"(?P<before>.*?[.?!,][”\"]?)\s(?:\(?(?P<date>{DATE})\)?)"
    r"(?:\s?[:,;]\s?(?:Sect(?:ion)?\.?\s\w{1,3}\s?:)?(?:pp?\.\s?)?(?P<page>[A-Z]?[0-9]{1,3}))?"
    r"(?:\s\(col\.[^()]{1,9}\))?[.\s]*",
    re.IGNORECASE,
)
_PREPRINT = re.compile(
    r"\b(?:(?:bio|med|psy|soc|chem|eco)?arxiv|(?:bio|med|chem)rxiv|preprints?(?:\.org)?"
    r"|ssrn|research square)\b",
    re.IGNORECASE,
)
_THESIS = re.compile(
    r"[,.\s]*[(\[]?\b(?:(?:unpublished\s)?(?:Ph\.?\s?D\.?|D\.?Phil\.?|doctoral|M\.?\s?Sc\.?"
    r"|M\.?D\.?|M\.?Phil\.?|master['’]?s?|bachelor['’]?s?)\s(?:thesis|dissertation)"
    r"|(?<=\[)(?:dissertation|thesis))\b(?:,\s(?P<school>[^\[\]()]{3,100})[\])]|\s?[\])]?)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\breport$|\b(?:project|final|annual) report\b|\b(?:report|guidelines?"
    r"|publication|working paper|technical paper)\s"
    r"(?:no\b|number\b|series\b|\[?[A-Z]{1,4}[0-9]+)|\btechnical report\b"
    r"|\b(?:NICE|clinical|practice) guideline|\bWHO/[A-Z]+",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:proceedings|proc\b\.?|conference|symposium|workshop|congress|meeting)",
    re.IGNORECASE,
)
_NEWSPAPER = re.compile(
    r"\b(?:times|post|guardian|herald|tribune|telegraph|gazette|chronicle|daily|news"
    r"|newspaper|reuters|zeitung|independent|observer|globe|wall street journal)\b",
    re.IGNORECASE,
)
_FORMAT = re.compile(
    r"\s*\[(?P<kind>data ?set|computer software|software|preprint|video|blog post"
    r"|podcast|brochure|fact sheet|press release|report|guideline)\]",
    re.IGNORECASE,
)
_FORMAT_TYPES = {
    "dataset": "dataset",
    "video": "motion_picture",
    "blogpost": "post-weblog",
}


def read(opening: Opening, marked: Marks) -> dict[str, Any]:
    """Read what follows the authors, by the first layout that fits."""
    text, dated = opening.rest, opening.dated
    kind = _FORMAT.search(text)
    if kind:
        text = _FORMAT.sub("", text, count=1)
    if thesis := _THESIS.search(text):
        return _thesis(text, thesis, dated=dated)
    part = book.read_part(text)
    article = journal.read(text, dated=dated)
    if article and not (part and re.search(r"\b[Ii]n:", text)):
        return _article(opening, article)
    if part is not None:
        return _chapter(part, dated=dated)
    if _PREPRINT.search(text) or (kind and kind["kind"].lower() == "preprint"):
        return _preprint(opening, text)
    if not dated and (news := _newspaper(text)):
        return news
    identified = marked.fields.keys() & {"DOI", "PMID", "PMCID"}
    article = journal.read_unnumbered(text)
    if article and identified and not marked.address:
        return _article(opening, article)
    if marked.address:
        fields = _page(opening, text, online=marked.online)
    else:
        fields = _monograph(opening, text)
    if kind:
        named = kind["kind"].lower().replace(" ", "")
        fields["type"] = _FORMAT_TYPES.get(named, fields["type"])
    if identified and not dated and fields["type"] == "document":
        fields["type"] = "article-journal"
    return fields


def _article(opening: Opening, article: journal.Article) -> dict[str, Any]:
    if not opening.names and contributors.is_organisation(article.title):
        opening.names.extend(organisations(article.title))
        return {
            "type": "report",
            "title": article.journal,
            "issued": article.date,
            "page": _page_range(article.pages),
        }
    kind = "article-journal"
    if _PREPRINT.search(article.journal):
        kind = "article"
    elif _MEETING.search(article.journal) and (
        not article.volume or re.search(r"\bConf", article.journal)
    ):
        kind = "paper-conference"
    return {
        "type": kind,
        "genre": "preprint" if kind == "article" else "",
        "title": _without_organisation(opening, article.title),
        "container-title": article.journal,
        "issued": article.date,
        "volume": article.volume,
        "issue": article.issue,
        "page": _page_range(article.pages),
    }


def _without_organisation(opening: Opening, title: str) -> str:
    """Move an organisation that stands before a title, with a stop, to the authors."""
    parts = sentences(title)
    if opening.names or len(parts) < 2 or not contributors.is_organisation(parts[0]):
        return title
    opening.names.extend(organisations(parts[0]))
    return joined(parts[1:])


def _page_range(pages: str) -> str:
    return re.sub(rf"\s?{DASH}{{1,2}}\s?", "-", pages)


def _newspaper(text: str) -> dict[str, Any]:
    """Read "Title. Newspaper. Date:Page"; nothing where no newspaper is named."""
    match = _IN_NEWSPAPER.fullmatch(text)
    title, newspaper = journal.split(match["before"]) if match else ("", "")
    if not match or not title or not _NEWSPAPER.search(newspaper):
        return {}
    return {
        "type": "article-newspaper",
        "title": title,
        "container-title": newspaper,
        "issued": match["date"],
        "page": match["page"] or "",
    }


def _thesis(text: str, thesis: re.Match[str], *, dated: bool) -> dict[str, Any]:
    imprint = book.read(
        f"{text[: thesis.start()]}. {text[thesis.end() :].lstrip(' .,:;')}", dated=dated
    )
    return {
        "type": "thesis",
        "genre": thesis[0].split(",")[0].strip("()[]., "),
        "title": imprint.title,
        "publisher": thesis["school"] or imprint.publisher,
        "publisher-place": imprint.place,
        "issued": imprint.date,
    }


def _chapter(part: book.Part, *, dated: bool) -> dict[str, Any]:
    before = book.read(part.title, dated=True)
    imprint = book.read(part.book, dated=dated)
    meeting = _MEETING.search(imprint.title)
    return {
        "type": "paper-conference" if meeting else "chapter",
        "title": before.title,
        "editor": part.editors,
        "container-title": imprint.title,
        **_imprint_fields(imprint),
        "page": _page_range(imprint.pages or before.pages),
        "number-of-pages": "",
    }


def _imprint_fields(imprint: book.Imprint) -> dict[str, Any]:
    number = re.match(r"[0-9]+", imprint.edition)
    return {
        "edition": number[0] if number else imprint.edition,
        "volume": imprint.volume,
        "publisher": imprint.publisher,
        "publisher-place": imprint.place,
        "issued": imprint.date,
        "page": _page_range(imprint.pages),
        "number-of-pages": imprint.extent,
    }


def _preprint(opening: Opening, text: str) -> dict[str, Any]:
    named = _PREPRINT.search(text)
    published = _PUBLISHED.fullmatch(text)
    if published and not opening.dated:
        text = published["before"]
    parts = sentences(text[: named.start()] if named else text)
    server = sentences(text[named.start() :])[0] if named else ""
    return {
        "type": "article",
        "genre": "preprint",
        "title": _without_organisation(opening, joined(parts)),
        "container-title": tidy(re.sub(r"\(.*|\[.*|:.*|, .*", "", server)),
        "issued": published["date"] if published and not opening.dated else "",
    }


def _page(opening: Opening, text: str, *, online: bool) -> dict[str, Any]:
    """Read a page on the web: "Title. Site. Date", or a book's imprint."""
    published = _PUBLISHED.fullmatch(text)
    imprint = book.read(text, dated=opening.dated)
    labelled = published and published["label"]
    if imprint.place and (imprint.date or opening.dated) and not labelled:
        fields = _monograph(opening, text)
        if fields["type"] == "book" and online and not imprint.edition:
            fields["type"] = "webpage"
        return fields
    date = published["date"] if published and not opening.dated else ""
    if published and (date or not opening.date):
        text = published["before"]
    parts = sentences(text)
    first = bool(parts) and contributors.is_organisation(parts[0])
    last = len(parts) > 1 and contributors.is_organisation(parts[-1])
    if not opening.names and first and len(parts) > 1 and not last:
        opening.names.extend(organisations(parts.pop(0)))
    site = parts.pop() if len(parts) > 1 else ""
    title = joined(parts)
    report = opening.names and (_REPORT.search(title) or _REPORT.search(site))
    return {
        "type": "article-newspaper"
        if _NEWSPAPER.search(site)
        else ("report" if report else "webpage"),
        "title": title,
        "container-title": re.sub(r"\s+web ?site$", "", site, flags=re.IGNORECASE),
        "issued": date,
    }


def _monograph(opening: Opening, text: str) -> dict[str, Any]:
    imprint = book.read(text, dated=opening.dated)
    title = _without_organisation(opening, imprint.title)
    authors = {name.get("literal", "").lower() for name in opening.names}
    by_publisher = bool(imprint.publisher) and imprint.publisher.lower() in authors
    if _NEWSPAPER.search(imprint.publisher) and not imprint.place:
        kind = "article-newspaper"
    elif _REPORT.search(title) or _REPORT.search(text) or by_publisher:
        kind = "report"
    else:
        kind = "book" if imprint.publisher or imprint.edition else "document"
    fields = {"type": kind, "title": title, **_imprint_fields(imprint)}
    if kind == "article-newspaper":
        fields["container-title"] = fields.pop("publisher")
    return fields
