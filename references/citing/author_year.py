"""Author and year, as APA 7 prints them in the text (Publication Manual, 8.10 to 8.21).

Also the short name by which editors know a source.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from references import dates
from references.markup import plain
from references.records import Item

_AUTHORS_BEFORE_ET_AL = 2
_WORDS_OF_A_TITLE = 4


def labels(items: Mapping[int, Item]) -> dict[int, str]:
    """Give "Gargori et al., 2023" for each source, none twice.

    Sources of one author and year are told apart by letters in the order given, as in
    "2023a".
    """
    told_apart = suffixes(items)
    return {
        key: f"{_authors(item)}, {_year(item)}{told_apart[key]}"
        for key, item in items.items()
    }


def suffixes(items: Mapping[int, Item]) -> dict[int, str]:
    """Give what follows the year of each source: "a", "-a" for "n.d.", or nothing."""
    found = {key: (_authors(item), _year(item)) for key, item in items.items()}
    counts = Counter(found.values())
    seen: Counter[tuple[str, str]] = Counter()
    given = dict.fromkeys(found, "")
    for key, name in found.items():
        if counts[name] > 1:
            suffix = letters(seen[name])
            seen[name] += 1
            given[key] = suffix if name[1].isdecimal() else f"-{suffix}"
    return given


def short_name(item: Item) -> str:
    """Give "Gargori 2023": the first author, or the title, and the year if known."""
    people = _people(item)
    name = _surname(people[0]) if people else _title(item)
    year = dates.parts(item.get("issued"))[:1]
    return " ".join([name, *(str(part) for part in year)])


def _authors(item: Item) -> str:
    people = [_surname(person) for person in _people(item)]
    if not people:
        return f"“{_title(item)}”"
    if len(people) > _AUTHORS_BEFORE_ET_AL:
        return f"{people[0]} et al."
    return " & ".join(people)


def _people(item: Item) -> list[dict[str, Any]]:
    found = item.get("author") or item.get("editor") or []
    return [person for person in found if _surname(person)]


def _surname(person: dict[str, Any]) -> str:
    if literal := person.get("literal"):
        return str(literal)
    particle = person.get("non-dropping-particle", "")
    family = person.get("family") or person.get("given") or ""
    return f"{particle} {family}".strip()


def _title(item: Item) -> str:
    words = plain(item.get("title", "")).split()
    shortened = " ".join(words[:_WORDS_OF_A_TITLE])
    return f"{shortened} …" if len(words) > _WORDS_OF_A_TITLE else shortened


def _year(item: Item) -> str:
    known = dates.parts(item.get("issued"))
    if known:
        return str(known[0])
    return "in press" if item.get("status") == "in press" else "n.d."


def letters(place: int) -> str:
    """Give "a" to "z", then "aa": the letter for a place from 0."""
    found = ""
    while place >= 0:
        found = chr(ord("a") + place % 26) + found
        place = place // 26 - 1
    return found
