"""The people and organisations at the head of a typed reference.

Names stand as Vancouver and AMA write them ("Gargori NMB, Lee K Jr"), as APA does
("Gargori, N. M. B., & Lee, K."), initials first ("N. M. B. Gargori"), or are
organisations.
"""

import re
from typing import NamedTuple

from references import names
from references.formats.text.words import CAPITAL, LETTERED, YEAR, tidy
from references.names import Name

# A name, where it ends, and the shape that it has if it is a person's.
_Step = tuple[Name, int, re.Pattern[str] | None]


class Head(NamedTuple):
    """The names at the head of a reference, whether they edited it, and the rest."""

    names: list[Name]
    rest: str
    editors: bool = False


_WORD = r"(?:[dDlLO]['’])?[^\W\d_](?:[^\W\d_]|['’`.](?=[^\W\d_])|-(?=[^\W\d_])){1,40}"
_FAMILY = rf"(?:{_WORD}|{CAPITAL}['’]{_WORD})(?:\s(?:{_WORD}|y|e)){{0,4}}?"
_INITIALS = rf"{CAPITAL}(?:[\s-]?{CAPITAL}){{0,4}}(?:(?![^\W\d_])|(?=[JS]r\b))"
# A letter, or the two that stand for one of another alphabet.
_INITIAL = rf"(?:{CAPITAL}|Ch|Kh|Ph|Sh|Th|Ts|Ya|Yu|Zh)\."
_DOTTED = rf"{_INITIAL}(?:[\s-]{{0,2}}{_INITIAL}){{0,4}}(?:-?{CAPITAL}(?=,))?"
_SUFFIX = r"(?:(?:,?\s|(?<=[A-Z]))(?P<suffix>[JS]r|2nd|3rd|I{2,3}|IV)\b\.?)?"
_END = (
    r"(?:(?<=\.)(?=\s)|(?=\s*(?:[,;:.(&\[]|$|and\b|et\.?\s?al|eds?\b|"
    rf"{YEAR})))"
)
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<family>{_FAMILY}),\s(?P<given>{_DOTTED}|{_INITIALS}){_SUFFIX}{_END}",
        rf"(?P<family>{_FAMILY})\s(?P<given>{_DOTTED}|{_INITIALS})"
        rf"(?:(?<=[A-Z])[0-9*†‡]{{1,2}}(?![a-z]))?{_SUFFIX}{_END}",
        rf"(?P<given>{_DOTTED}|{CAPITAL}{{1,3}})\s(?P<family>{_FAMILY}){_SUFFIX}{_END}",
        rf"(?P<family>{_FAMILY}),\s(?P<given>{CAPITAL}[a-zà-ÿ]{{1,20}}"
        rf"(?:[\s-]{CAPITAL}(?:\.|[a-zà-ÿ]{{1,20}})?){{0,2}}){_SUFFIX}"
        rf"(?=\s*(?:[,;&(]|\.\s|and\b))",
    )
)
# Between other names of Vancouver's shape, what would be a title at the head.
_VANCOUVER = 1
_INITIALS_FIRST = 2
_AMONG_OTHERS = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<family>{CAPITAL})\s(?P<given>{CAPITAL}{{1,2}})(?=[.,;])",
        rf"(?P<family>{_FAMILY})\s(?P<given>{CAPITAL}{{1,3}}(?:-?[a-z]{{1,3}}))(?=[.,;])",
        rf"(?P<family>{_FAMILY})\s(?P<given>{CAPITAL}{{1,3}})(?=\s{CAPITAL}[a-z])",
        rf"(?P<family>{CAPITAL}[^\W\d_]{{2,20}})(?P<given>)(?=,\s{CAPITAL})",
    )
)
_SEPARATOR = re.compile(r"\.?\s*(?:[,;]\s*(?:and\b|&)?|&|\band\b)\s*(?:\.{3}|…)?\s*")
_ET_AL = re.compile(
    r"[\s,;.]*(?:\bet\.?\s*al(?:ii)?(?![a-z])|\bet\.al|\band others\b|…)\.?[,;]?\s*",
    re.IGNORECASE,
)
_EDITORS = re.compile(
    r"[\s,.]*[(\[]?\s*\b(?:editors?|eds?)\b\.?\s*[)\]]?\s*[.,:;]?\s*", re.IGNORECASE
)
_STOP = re.compile(r"\s*[.:;]?\s*")
_GROUP_PIECE = re.compile(r"[^,;.()\[\]“”\"]{3,120}")


def take(text: str) -> Head:
    """Give the names at the head of a text; none where it begins with something else.

    "et al" stands for people that the reference does not name: it is left out.
    """
    found: list[Name] = []
    position = 0
    shapes = _SHAPES
    while True:
        step = _name(text, position, shapes) or _group(text, position, bool(found))
        if step is None:
            if not found:
                return Head([], text)
            break
        name, position, shape = step
        found.append(name)
        if shape is _SHAPES[_VANCOUVER]:
            shapes = (shape, *_AMONG_OTHERS)
        if et_al := _ET_AL.match(text, position):
            position = et_al.end()
            break
        separator = _SEPARATOR.match(text, position)
        if not separator:
            break
        if _EDITORS.match(text, separator.end()):
            break
        position = separator.end()
    editors = _EDITORS.match(text, position)
    position = editors.end() if editors else position
    end = _STOP.match(text, position)
    rest = text[end.end() if end else position :]
    return Head(found, rest, editors=bool(editors))


def _name(
    text: str, position: int, shapes: tuple[re.Pattern[str], ...]
) -> _Step | None:
    for shape in shapes:
        if match := shape.match(text, position):
            family, given = match["family"], match["given"]
            if family.lower() in LETTERED or names.is_organisation(family):
                continue
            piece = _GROUP_PIECE.match(text, position)
            if (
                shape is _SHAPES[_INITIALS_FIRST]
                and piece
                and is_organisation(piece[0])
            ):
                continue
            suffix = match.groupdict().get("suffix") or ""
            name = names.person(family, tidy_initials(given), suffix)
            return name, match.end(), shape
    return None


def _group(text: str, position: int, inside: bool) -> _Step | None:
    """Give a group or society among people: "SPRINT Research Group"."""
    piece = _GROUP_PIECE.match(text, position)
    if piece is None or not re.match(r"\s*(?:[,;]|\.\s|\(|$)", text[piece.end() :]):
        return None
    title = tidy(re.sub(r"^(?:for|on behalf of|and)\s+", "", piece[0]))
    stands_among = inside or re.match(r"\s*[,;]\s", text[piece.end() :])
    if not stands_among or len(title.split()) > 12 or not is_organisation(title):
        return None
    return {"literal": title}, piece.end(), None


def is_organisation(text: str) -> bool:
    """Tell whether a sentence at the head names an organisation and is no title.

    It has a word of organisations or is an abbreviation (WHO), and its words begin
    with capitals; the title of a page is written as a sentence.
    """
    words = [word for word in re.findall(r"[^\W\d_][\w'’&-]*", text) if len(word) > 3]
    if re.fullmatch(rf"{CAPITAL}{{2,8}}(?:[\s/-]{CAPITAL}{{2,8}})?", text):
        return True
    capital = [word for word in words if word[0].isupper()]
    return len(capital) == len(words) > 0 and names.is_organisation(text)


def tidy_initials(given: str) -> str:
    """Leave out the stops of initials: "N. M. B." is stored as "NMB"."""
    given = given.strip()
    if re.fullmatch(rf"(?:{CAPITAL}\.?[\s-]*)+", given):
        return re.sub(r"[.\s]", "", given)
    return given.rstrip(",")
