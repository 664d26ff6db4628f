"""Names of authors and editors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from references.formats.rendering.markup import curly

_VARIABLES = (
    "family",
    "given",
    "suffix",
    "non-dropping-particle",
    "dropping-particle",
    "literal",
)
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u3005-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]"
)
_LETTER = re.compile(r"[^\W\d_]")
_GIVEN_NAME = re.compile(r"([-‐‑–]?)([^\s.‐‑–-]+\.?)")
# The letter itself, and a mark before it (the ayn of "ʿAlī").
_INITIAL = re.compile(r"[\u02b0-\u02ff‘’]*[^\W\d_]")
_INITIALS = re.compile(r"[A-Z]{2,3}")


@dataclass(frozen=True)
class Name:
    """One person; of an organisation, the name stands in `family` alone.

    `particle` goes with the family name wherever it stands ("van Gogh"), `dropping`
    follows the given names when these come last ("Humboldt A von").
    """

    family: str
    given: str = ""
    suffix: str = ""
    particle: str = ""
    dropping: str = ""
    is_organisation: bool = False

    @classmethod
    def read(cls, value: object) -> "Name | None":
        """Give the name that a CSL name object holds, or None when it names nobody."""
        if not isinstance(value, dict):
            return None
        family, given, suffix, particle, dropping, literal = (
            curly(text) if isinstance(text := value.get(name), str) else ""
            for name in _VARIABLES
        )
        if literal:
            return cls(literal, is_organisation=True)
        if not family:
            return cls(given) if given else None
        given, comma, after = given.partition(",")
        if comma and not suffix:
            suffix = after.strip()
        return cls(family, given.strip(), suffix, particle, dropping)

    @property
    def surname(self) -> str:
        """The family name with its particle."""
        if self.particle.endswith(("’", "-")):
            return self.particle + self.family
        return f"{self.particle} {self.family}".strip()

    @property
    def is_east_asian(self) -> bool:
        """Whether it is written in Chinese, Japanese or Korean letters only."""
        letters = _LETTER.findall(self.family + self.given)
        return bool(letters) and all(map(_EAST_ASIAN.match, letters))


def surname_first(name: Name) -> str:
    """Give "Burtt EH Jr", as AMA and NLM have it."""
    if name.is_east_asian:
        return name.family + name.given
    suffix = name.suffix.replace(".", "")
    parts = (name.surname, _undotted(name.given), name.dropping, suffix)
    return " ".join(filter(None, parts))


def inverted(name: Name) -> str:
    """Give "Burtt, E. H., Jr.", as APA has it in front of a reference."""
    if name.is_east_asian:
        return name.family + name.given
    given = " ".join(filter(None, (_dotted(name.given), name.dropping)))
    return ", ".join(filter(None, (name.surname, given, name.suffix)))


def in_order(name: Name) -> str:
    """Give "E. H. Burtt Jr.", as APA has it inside a reference."""
    if name.is_east_asian:
        return unabridged(name)
    return unabridged(replace(name, given=_dotted(name.given)))


def unabridged(name: Name) -> str:
    """Give "Edward H. Burtt Jr."."""
    if name.is_east_asian:
        return name.family + name.given
    parts = (name.given, name.dropping, name.surname, name.suffix)
    return " ".join(filter(None, parts))


class _Part(NamedTuple):
    """An initial, or a word of the given names that has none ("van")."""

    text: str
    is_initial: bool
    is_hyphenated: bool


def _undotted(given: str) -> str:
    """Give initials as AMA and NLM write them: "JP" for "Jean-Paul"."""
    written = ""
    after_initial = True
    for part in _parts(given):
        together = part.is_initial and after_initial
        text = part.text[0].upper() + part.text[1:] if part.is_initial else part.text
        written += text if together else f" {text}"
        after_initial = part.is_initial
    return written.strip()


def _dotted(given: str) -> str:
    """Give initials as APA writes them: "J.-P. M." for "Jean-Paul Marie"."""
    written = ""
    for part in _parts(given):
        written += "-" if part.is_hyphenated else " "
        written += f"{part.text}." if part.is_initial else part.text
    return written.strip()


def _parts(given: str) -> Iterator[_Part]:
    for hyphen, word in _GIVEN_NAME.findall(given):
        name = word.removesuffix(".")
        initial = _INITIAL.match(name)
        is_small = name[0].islower() and not hyphen
        if not initial or is_small:
            yield _Part(word, False, bool(hyphen))
        elif _INITIALS.fullmatch(name):
            yield from (_Part(letter, True, False) for letter in name)
        elif name != word:
            yield _Part(name, True, bool(hyphen))  # An abbreviation, as in "Chr."
        else:
            yield _Part(initial[0], True, bool(hyphen))
