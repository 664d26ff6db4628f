"""What PubMed's formats have in common: how its titles, pages and types are written.

Sources: NLM's "MEDLINE/PubMed Data Element (Field) Descriptions" and the PubMed DTD.
"""

import re
from collections.abc import Iterable

from references.records import Item

_PLACE = re.compile(r"\s*\([^()]*,[^()]*\)$")
_SHORTENED = re.compile(r"^([a-z]*)(\d+)-([a-z]*)(\d+)(.*)$", re.IGNORECASE)
_ARTICLE_NUMBER = re.compile(r"^[a-z]{0,5}\d{0,6}$", re.IGNORECASE)
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the"}
    | {"to", "with"}
)
_TYPES = (
    ("preprint", "article"),
    ("newspaper article", "article-newspaper"),
    ("journal articles", "article-journal"),
    ("dissertations", "thesis"),
    ("academic dissertation", "thesis"),
    ("dataset", "dataset"),
    ("books", "book"),
    ("book chapter", "chapter"),
    ("speeches/meeting papers", "paper-conference"),
    ("reports -", "report"),
    ("guides -", "report"),
    ("numerical/quantitative data", "report"),
    ("information analyses", "report"),
    ("opinion papers", "report"),
)
_UNNUMBERED = frozenset({"book", "chapter", "paper-conference", "report", "thesis"})


def title(text: str) -> str:
    """Give a title without the full stop that PubMed puts behind each.

    A translated title keeps its brackets, as the NLM's own style prints them.
    """
    text = text.strip()
    return text if text.endswith("..") else text.removesuffix(".")


def journal(text: str, *, english: bool) -> str:
    """Give a journal's title without its place; in capitals if it is `english`.

    >>> journal("Journal of pain (Boston, Mass.)", english=True)
    'Journal of Pain'
    """
    text = re.sub(r"\s+:\s+", ": ", _PLACE.sub("", text.strip()))
    if not english:
        return text
    words = text.split(" ")
    for at, word in enumerate(words):
        first = at == 0 or words[at - 1].endswith((":", "."))
        if word.islower() and (first or word not in _SMALL_WORDS):
            words[at] = word[:1].upper() + word[1:]
    return " ".join(words)


def pages(text: str) -> str:
    """Give pages in full: MEDLINE leaves out the digits that both ends share.

    >>> pages("132-42, 150")
    '132-142, 150'
    """
    match = _SHORTENED.match(text.strip())
    if match is None:
        return text.strip()
    letters, first, more, last, rest = match.groups()
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{letters}{first}-{more}{last}{rest}"


def article_number(publisher_id: str) -> str:
    """Give a publisher's item number if it is short enough to be an article's number.

    Long ones ("S1080-6032(22)00139-9") are of use to the publisher alone.
    """
    return publisher_id if _ARTICLE_NUMBER.match(publisher_id) else ""


def csl_type(publication_types: Iterable[str], *, in_issue: bool) -> str:
    """Give the CSL type of a record; one in a volume or issue is a journal's article.

    Preprints and newspapers have volumes too. Without types, PubMed means an article.
    """
    stated = [kind.strip().lower() for kind in publication_types]
    for start, csl in _TYPES:
        if any(kind.startswith(start) for kind in stated):
            return "article-journal" if in_issue and csl in _UNNUMBERED else csl
    return "article-journal"


def finish(item: Item) -> Item:
    """Add what a type calls for: a preprint's genre, a Bookshelf record's address."""
    if item["type"] == "article":
        item["genre"] = "preprint"
    bookshelf = item.get("custom", {}).get("NBK")
    if bookshelf and not item.get("URL"):
        item["URL"] = f"https://www.ncbi.nlm.nih.gov/books/{bookshelf}/"
    return item
