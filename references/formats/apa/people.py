"""Lists of names and the roles beside them (9.7-9.12)."""

from collections.abc import Callable

from references.formats.rendering.names import Name, in_order, inverted, unabridged
from references.formats.rendering.runs import Runs, group, words
from references.formats.rendering.source import Source

_MOST_NAMES = 20
_NAMES_BEFORE_ELLIPSIS = 19
_ROLES = {
    "chair": ("Chair", "Chairs"),
    "collection-editor": ("Ed.", "Eds."),
    "compiler": ("Compiler", "Compilers"),
    "curator": ("Curator", "Curators"),
    "director": ("Director", "Directors"),
    "editor": ("Ed.", "Eds."),
    "editor-translator": ("Ed. & Trans.", "Eds. & Trans."),
    "editorial-director": ("Ed.", "Eds."),
    "executive-producer": ("Executive Producer", "Executive Producers"),
    "guest": ("Guest Expert", "Guest Experts"),
    "host": ("Host", "Hosts"),
    "illustrator": ("Illus.", "Illus."),
    "interviewer": ("Interviewer", "Interviewers"),
    "narrator": ("Narr.", "Narrs."),
    "organizer": ("Organizer", "Organizers"),
    "producer": ("Producer", "Producers"),
    "script-writer": ("Writer", "Writers"),
    "series-creator": ("Series Creator", "Series Creators"),
    "translator": ("Trans.", "Trans."),
}


def leading(source: Source, role: str) -> Runs:
    """Give "Aa, B. C., & Dd, E. (Eds.)", as names begin a reference."""
    people = source.people(role)
    label = group(words(role_label(role, people)), before="(", after=")")
    return group(
        words(_listed(people, inverted, comma_before_last=True)), label, between=" "
    )


def inside(source: Source, role: str) -> Runs:
    """Give "B. C. Aa & E. Dd", as names stand inside a reference."""
    return words(_listed(source.people(role), in_order, comma_before_last=False))


def in_full(source: Source, role: str) -> Runs:
    """Give "Ada B. Quill & E. Dd", the given names as they are."""
    people = source.people(role)
    return words(_listed(people, unabridged, comma_before_last=False))


def inside_with_role(source: Source, role: str) -> Runs:
    """Give "B. C. Aa & E. Dd, Eds."."""
    label = role_label(role, source.people(role))
    return group(inside(source, role), label, between=", ")


def editors_and_translators(source: Source) -> Runs:
    """Give "F. Ee, Ed.; U. Tt, Trans.", or "F. Ee, Ed. & Trans." where one is both."""
    editors = source.people("editor")
    if editors and editors == source.people("translator"):
        label = role_label("editor-translator", editors)
        return group(inside(source, "editor"), label, between=", ")
    both = (inside_with_role(source, role) for role in ("editor", "translator"))
    return group(*both, between="; ")


def role_label(role: str, people: tuple[Name, ...]) -> str:
    """Give the word for a role; authors and the like have none."""
    one, many = _ROLES.get(role, ("", ""))
    if not people:
        return ""
    return one if len(people) == 1 else many


def _listed(
    people: tuple[Name, ...], written: Callable[[Name], str], *, comma_before_last: bool
) -> str:
    names = [written(name) for name in people]
    if len(names) > _MOST_NAMES:
        return ", ".join([*names[:_NAMES_BEFORE_ELLIPSIS], f"… {names[-1]}"])
    if len(names) < 2:
        return "".join(names)
    with_comma = comma_before_last and not people[-1].is_organisation
    comma = "," if with_comma or len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} & {names[-1]}"
