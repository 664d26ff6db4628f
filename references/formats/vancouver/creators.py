"""Authors and those who stand in for them, with their roles (chapter 1, "Author")."""

from references.formats.rendering.names import Name, surname_first
from references.formats.rendering.runs import Runs, group, words
from references.formats.rendering.source import Source

_MOST_NAMES = 6
# Who is named first where there are no authors.
_STAND_INS = (("editor", "translator"), ("collection-editor",))
_ROLES = {
    "editor": ("editor", "editors"),
    "translator": ("translator", "translators"),
    "collection-editor": ("editor", "editors"),
    "editor-translator": ("editor & translator", "editors & translators"),
}


def creators(source: Source) -> tuple[Runs, Source]:
    """Give the authors, or who stands for them, and the source less those."""
    if authors := source.people("author"):
        return words(_names(authors)), source
    if source.has("editor-translator"):
        return with_role(source, "editor-translator"), source
    for roles in _STAND_INS:
        if source.has(*roles):
            return _with_roles(source, roles), source.without(*roles)
    return (), source


def _names(people: tuple[Name, ...]) -> str:
    names = [surname_first(name) for name in people]
    if len(names) > _MOST_NAMES:
        names = [*names[:_MOST_NAMES], "et al."]
    return ", ".join(names)


def _with_roles(source: Source, roles: tuple[str, ...]) -> Runs:
    if len(roles) == 2 and len({source.people(role) for role in roles}) == 1:
        both = Source({"editor-translator": source.item[roles[0]]})
        return with_role(both, "editor-translator")
    return group(*(with_role(source, role) for role in roles), between=", ")


def with_role(source: Source, role: str) -> Runs:
    """Give "Ee F, Mu A, editors"."""
    people = source.people(role)
    one, many = _ROLES[role]
    label = one if len(people) == 1 else many
    return group(words(_names(people)), label, between=", ")
