"""AMA style: a reference as the AMA Manual of Style (11th edition) prints it."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

Item = dict[str, Any]

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MOST_AUTHORS = 6
_AUTHORS_BEFORE_ET_AL = 3


def as_text(item: Item) -> str:
    """Give one CSL-JSON item as a line of AMA text; what is missing is left out."""
    text = _description(item)
    link = _link(item)
    return f"{text} {link[1]}" if link else text


def as_html(item: Item) -> SafeString:
    """Give the same line as escaped HTML with its DOI or address as a link."""
    link = _link(item)
    if link is None:
        return format_html("{}", _description(item))
    return format_html(
        '{} <a href="{}" rel="noreferrer">{}</a>', _description(item), *link
    )


def _description(item: Item) -> str:
    parts = [_names(item.get("author", [])), item.get("title", "")]
    container = item.get("container-title-short") or item.get("container-title", "")
    if item.get("type") == "chapter":
        editors = _names(item.get("editor", []))
        book = f"In: {editors}, eds. {container}" if editors else f"In: {container}"
        parts += [book, _publication(item)]
    elif container:
        parts += [container, _issue(item)]
    else:
        parts.append(_publication(item))
    parts += [
        _day("Updated", item.get("updated")),
        _day("Accessed", item.get("accessed")),
    ]
    return " ".join(_closed(part) for part in parts if part)


def _names(people: list[dict[str, str]]) -> str:
    names = [_name(person) for person in people]
    if len(names) > _MOST_AUTHORS:
        names = [*names[:_AUTHORS_BEFORE_ET_AL], "et al"]
    return ", ".join(name for name in names if name)


def _name(person: dict[str, str]) -> str:
    if literal := person.get("literal"):
        return literal
    given = person.get("given", "").replace(".", " ").replace("-", " ")
    initials = "".join(
        word if word.isupper() and len(word) <= 3 else word[0].upper()
        for word in given.split()
    )
    particle = person.get("non-dropping-particle", "")
    family = f"{particle} {person.get('family', '')}".strip()
    return " ".join(filter(None, [family, initials, person.get("suffix", "")]))


def _parts(date: Item | None) -> list[int]:
    parts = ((date or {}).get("date-parts") or [[]])[0]
    return [int(part) for part in parts if part]


def _day(label: str, date: Item | None) -> str:
    parts = _parts(date)
    if len(parts) == 3:
        year, month, day = parts
        return f"{label} {_MONTHS[month - 1]} {day}, {year}"
    return f"{label} {parts[0]}" if parts else ""


def _issue(item: Item) -> str:
    year = "".join(str(part) for part in _parts(item.get("issued"))[:1])
    volume = item.get("volume", "")
    if issue := item.get("issue"):
        volume = f"{volume}({issue})"
    if page := item.get("page"):
        volume = f"{volume}:{page}".replace("-", "–")
    return ";".join(part for part in (year, volume) if part)


def _publication(item: Item) -> str:
    year = "".join(str(part) for part in _parts(item.get("issued"))[:1])
    return "; ".join(part for part in (item.get("publisher", ""), year) if part)


def _link(item: Item) -> tuple[str, str] | None:
    if doi := item.get("DOI"):
        return f"https://doi.org/{doi}", f"doi:{doi}"
    url = item.get("URL", "")
    if url.startswith(("https://", "http://")):
        return url, url
    return None


def _closed(part: str) -> str:
    return part if part.endswith((".", "?", "!")) else f"{part}."
