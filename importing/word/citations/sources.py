"""Word's own citations, and the list of sources that the file carries for them."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from importing.word.citations.works import Work
from references.formats.elements import text_of
from references.records import Item

_TYPES = {
    "ArticleInAPeriodical": "article-magazine",
    "Book": "book",
    "BookSection": "chapter",
    "Case": "legal_case",
    "ConferenceProceedings": "paper-conference",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "document",
    "Film": "motion_picture",
    "InternetSite": "webpage",
    "Interview": "interview",
    "JournalArticle": "article-journal",
    "Patent": "patent",
    "Report": "report",
    "SoundRecording": "song",
}
_ROLES = {
    "b.Author": "author",
    "b.Editor": "editor",
    "b.BookAuthor": "container-author",
    "b.Translator": "translator",
    "b.Interviewer": "interviewer",
    "b.Director": "director",
    "b.Inventor": "author",
}
_TEXTS = {
    "title": ("b.Title",),
    "container-title": (
        "b.JournalName",
        "b.PeriodicalTitle",
        "b.BookTitle",
        "b.ConferenceName",
        "b.InternetSiteTitle",
        "b.PublicationTitle",
    ),
    "volume": ("b.Volume",),
    "issue": ("b.Issue",),
    "page": ("b.Pages",),
    "publisher": ("b.Publisher", "b.Institution"),
    "publisher-place": ("b.City",),
    "edition": ("b.Edition",),
    "URL": ("b.URL",),
    "DOI": ("b.DOI",),
}
_SERIALS = {"article-journal", "article-magazine"}
_SWITCH = re.compile(r"\\(\w)\s*(\"[^\"]*\"|[^\\\s]*)")


def read(root: Element) -> dict[str, Item]:
    """Give the sources of a list by their tags."""
    return {
        text_of(source, "b.Tag"): _item(source)
        for source in root.iterfind("b.Source")
        if text_of(source, "b.Tag")
    }


def works(instruction: str, known: Mapping[str, Item]) -> list[Work]:
    """Give the works of a CITATION field; those not in the list are left out."""
    _name, _space, rest = instruction.strip().partition(" ")
    rest = rest.strip()
    first = rest.split(None, 1)[0] if rest else ""
    cited = [(first, "")]
    for switch, argument in _SWITCH.findall(rest[len(first) :]):
        text = argument.strip('"').strip()
        if switch.lower() == "m":
            cited.append((text, ""))
        elif switch.lower() == "p" and text:
            cited[-1] = (cited[-1][0], f"p. {text}" if text[0].isdigit() else text)
    return [Work(known[tag], place) for tag, place in cited if tag in known]


def _item(source: Element) -> Item:
    kind = _TYPES.get(text_of(source, "b.SourceType"), "document")
    item: Item = {"type": kind}
    for name, paths in _TEXTS.items():
        item[name] = next(filter(None, (text_of(source, path) for path in paths)), "")
    item["issued"] = _date(source, "")
    item["accessed"] = _date(source, "Accessed")
    item["ISSN" if kind in _SERIALS else "ISBN"] = text_of(source, "b.StandardNumber")
    for group in source.iterfind("b.Author/*"):
        if group.tag in _ROLES:
            item.setdefault(_ROLES[group.tag], []).extend(_people(group))
    return item


def _date(source: Element, suffix: str) -> str:
    return " ".join(
        filter(
            None,
            (text_of(source, f"b.{part}{suffix}") for part in ("Day", "Month", "Year")),
        )
    )


def _people(group: Element) -> list[dict[str, str]]:
    people = [
        {
            "family": text_of(person, "b.Last"),
            "given": " ".join(
                filter(None, (text_of(person, "b.First"), text_of(person, "b.Middle")))
            ),
        }
        for person in group.iterfind("b.NameList/b.Person")
    ]
    corporate = text_of(group, "b.Corporate")
    return people + ([{"literal": corporate}] if corporate else [])
