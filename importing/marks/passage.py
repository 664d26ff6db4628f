"""A rich text as marks are looked for in it, and what was found there."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_noop

from importing.rich_text import Character, characters

LINKED = gettext_noop("A link leads elsewhere from here.")

_AROUND = 40
_SIGNS = re.compile(r"[(\[]|<sup\b|[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_NOTE = "#note-"
_LOCATOR = re.compile(
    r"(?P<label>pp?\.?|pages?|ch(?:ap(?:ter)?)?\.?|sec(?:tion)?\.?|fig(?:ure)?\.?|table"
    r"|para(?:graph)?\.?)\s*(?P<value>[\w–-]+(?:,\s?[0-9]+)*)",
    re.IGNORECASE,
)
_LABELS = {
    "p": "page",
    "c": "chapter",
    "s": "section",
    "f": "figure",
    "t": "table",
}


@dataclass(frozen=True)
class Found:
    """A mark at a place of a passage: what it cites, and where in each source.

    `doubt` says why a person should decide; a mark without one is sure.
    """

    start: int
    end: int
    references: tuple[int, ...] = ()
    locators: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True)
class Passage:
    """A rich text with its characters as they are read."""

    html: str

    @property
    def may_hold_marks(self) -> bool:
        """Tell, without reading it, whether there can be a mark at all."""
        return bool(_SIGNS.search(self.html))

    def forget(self) -> None:
        """Let go of what was read, which takes far more memory than the text."""
        for name in ("characters", "text", "free"):
            self.__dict__.pop(name, None)

    @cached_property
    def characters(self) -> list[Character]:
        """The characters, with where they stand in the markup."""
        return characters(self.html)

    @cached_property
    def text(self) -> str:
        """What is read."""
        return "".join(each.text for each in self.characters)

    @cached_property
    def free(self) -> list[bool]:
        """Tell of each character whether a mark can be there: not in another's link."""
        return [
            not each.key
            and (not each.link or each.link.startswith("#"))
            and not each.link.startswith(_NOTE)
            for each in self.characters
        ]

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether a mark can stand from one place to another."""
        return all(self.free[start:end])

    def is_taken(self, start: int, end: int) -> bool:
        """Tell whether a piece is, or is in, a mark of the manuscript's own."""
        return any(
            each.key or each.link.startswith(_NOTE)
            for each in self.characters[start:end]
        )

    def is_raised(self, start: int, end: int) -> bool:
        """Tell whether all of a piece is superscript."""
        return all(each.raised for each in self.characters[start:end])

    def around(self, start: int, end: int) -> str:
        """Give a piece with the words around it, for a person to find it."""
        text = self.text[max(0, start - _AROUND) : end + _AROUND]
        return " ".join(text.split())

    def word_before(self, at: int) -> str:
        """Give the word that stands before a place, without the space between."""
        words = self.text[max(0, at - 60) : at].split()
        return words[-1] if words else ""

    def opens_line(self, at: int) -> bool:
        """Tell whether nothing stands before a place on its line."""
        before = self.text[max(0, at - 60) : at]
        return not before.rpartition("\n")[2].strip()


def locator(text: str) -> str:
    """Give a place in a source as citations store it, "page 12" for "p. 12"."""
    match = _LOCATOR.fullmatch(text.strip())
    if match is None:
        return " ".join(text.split())
    letters = match["label"].lower()
    label = "paragraph" if letters.startswith("para") else _LABELS[letters[0]]
    many = label == "page" and re.search(r"[–,-]", match["value"])
    return f"{label}{'s' if many else ''} {match['value']}"
