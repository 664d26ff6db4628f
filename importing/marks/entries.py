"""The entries of a list by what marks name them with: people, year and a letter."""

import re
import unicodedata
from dataclasses import dataclass

from importing.bibliography import Source
from references import dates, names
from references.records import Item

ET_AL = r"(?:et\.?\s?al\b\.?|and colleagues|and co-?workers|u\.\s?a\.|y col\.)"
PARTED = re.compile(
    r"\s*(?:,\s*(?:and\b|&|und\b|et\b)?|&|\band\b|\bund\b|\bet\b(?!\s?al)|\by\b)\s*"
)
_SHORTEST_BEGINNING = 8


@dataclass(frozen=True)
class Known:
    """A source by what marks name it with: people, year, and a letter beside that."""

    reference: int
    people: tuple[str, ...]
    organisation: str
    year: str
    letter: str


def known(source: Source) -> Known:
    """Give a source by what marks name it with; its title stands in for authors."""
    item = source.item
    people = item.get("author") or item.get("editor") or []
    surnames = tuple(_folded(names.surname(each)) for each in people)
    organisation = _folded(people[0].get("literal", "")) if people else ""
    if not people:
        organisation = _folded(str(item.get("title", "")))
    year = _year(item)
    lettered = re.search(rf"{year}([a-z])\b", source.text) if year.isdigit() else None
    letter = lettered[1] if lettered else ""
    return Known(source.reference, surnames, organisation, year, letter)


def _year(item: Item) -> str:
    known = dates.parts(item.get("issued"))
    return str(known[0]) if known else "n.d."


def is_named(known: Known, named: str) -> bool:
    """Tell whether names in a mark are a source's."""
    others = re.search(rf"[\s,]+{ET_AL}\s*$", named)
    bare = named[: others.start()] if others else named
    parts = [part for part in map(_folded, PARTED.split(bare)) if part]
    if not parts:
        return False
    whole = _folded(bare)
    if known.organisation and _is_organisation(known.organisation, bare, whole):
        return True
    people = known.people
    if not people or not _same(people[0], parts[0]):
        return False
    if len(parts) > 1 and len(people) > 1:
        return _same(people[1], parts[1])
    return len(parts) == 1 or len(people) == 1


def _is_organisation(organisation: str, named: str, folded: str) -> bool:
    """Tell whether a name is an organisation's, its short form, or how it begins."""
    if named.isupper() and len(folded) > 1:
        return folded in (_short(organisation), organisation.split()[-1])
    return folded == organisation or (
        len(folded) > _SHORTEST_BEGINNING and organisation.startswith(folded)
    )


def _same(surname: str, named: str) -> bool:
    """Tell whether a name is a surname, with or without its particle or initials."""
    words, wanted = named.split(), surname.split()
    if not wanted or words in (wanted, wanted[-1:]):
        return bool(wanted)
    initials = words[len(wanted) :]
    return words[: len(wanted)] == wanted and all(len(word) < 3 for word in initials)


def _short(organisation: str) -> str:
    little = {"of", "for", "and", "the", "in", "on"}
    return "".join(word[0] for word in organisation.split() if word not in little)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", kept.replace("’", "").replace("'", "")))
