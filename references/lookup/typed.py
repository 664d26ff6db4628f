"""From a typed reference without an identifier to works that it may mean."""

import re
import unicodedata
from itertools import chain

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from references import dates, names
from references.lookup import crossref
from references.lookup.mapping.crossref import TYPES
from references.lookup.mapping.values import text
from references.lookup.outcomes import Candidate, Candidates, Failed, Found, NotFound
from references.lookup.services import NoSuchRecord, ServiceFailed
from references.markup import plain
from references.records import Item

_LONGEST_LINE = 2_000
_LIKENESS = 0.9
# A shorter main title says too little without its subtitle.
_FEWEST_WORDS = 4
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")


def resolve_text(line: str) -> Candidates | NotFound | Failed:
    """Give the works that a typed reference may mean, for a person to choose from.

    Crossref answers any line with something, and its first answer is wrong for most
    references to works without a DOI. So a candidate is offered only if its title is
    found in the line (likeness of 0.9 or more), its year is off by one at most, and its
    first author or its first page stands there too. Works alone are offered, no parts
    of them, and preprints after what is published. Raises nothing.
    """
    asked = " ".join(line.split())[:_LONGEST_LINE]
    if not asked:
        return NotFound(())
    try:
        messages = crossref.Crossref().search(asked)
    except NoSuchRecord:
        return NotFound((crossref.Crossref.name,))
    except ServiceFailed as failure:
        return Failed(str(failure))
    works = [it for it in messages if text(it.get("type")) in TYPES and it.get("DOI")]
    found = [candidate(asked, crossref.found(message)) for message in works]
    offered = [it for it in found if it]
    offered.sort(
        key=lambda it: (it.found.item.get("genre") == "preprint", -it.score),
    )
    if not offered:
        return NotFound((crossref.Crossref.name,))
    return Candidates(tuple(offered))


def candidate(line: str, found: Found) -> Candidate | None:
    """Give a record as a candidate for a typed line, `None` where it does not fit."""
    item = found.item
    typed = _folded(line)
    score = max((_likeness(title, typed) for title in _titles(item)), default=0.0)
    if score < _LIKENESS or not _has_year(item, line):
        return None
    reasons = [_("the title"), _("the year")]
    author = _first_author_in(item, typed)
    page = _first_page_in(item, line)
    if not author and not page:
        return None
    if author:
        reasons.append(_("the first author"))
    if page:
        reasons.append(_("the first page"))
    return Candidate(found, score, tuple(reasons))


def _titles(item: Item) -> list[str]:
    """Give the title, and the main title where it says enough by itself."""
    title = item.get("title", "")
    main = title.partition(": ")[0]
    return [title] + ([main] if len(main.split()) >= _FEWEST_WORDS else [])


def _likeness(title: str, typed: str) -> float:
    title = _folded(plain(title))
    if not title or len(title) > len(typed):
        return 0.0
    return fuzz.partial_ratio(title, typed) / 100


def _has_year(item: Item, line: str) -> bool:
    known = [dates.parts(item.get(key))[:1] for key in ("issued", "available-date")]
    years = {int(year) for year in _YEAR.findall(line)}
    return any(
        abs(year - typed) <= 1 for year in chain.from_iterable(known) for typed in years
    )


def _first_author_in(item: Item, typed: str) -> bool:
    people = item.get("author") or item.get("editor") or []
    surname = _folded(names.surname(people[0])) if people else ""
    return bool(surname) and f" {surname} " in f" {typed} "


def _first_page_in(item: Item, line: str) -> bool:
    page = item.get("page", "").partition("-")[0].strip()
    is_telling = len(page) > 1 and not _YEAR.fullmatch(page)
    return is_telling and bool(
        re.search(rf"(?<!\w){re.escape(page)}(?!\w)", line, re.IGNORECASE)
    )


def _folded(words: str) -> str:
    """Give words without accents, capitals and punctuation."""
    bare = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", bare))
