"""A text as it reads, and where each of its characters was written.

Rules see straight quotes, simple dashes, single spaces, letters and digits in their
plain form, and none of the characters that nobody sees. What they find is put back to
the place where it was written, so that redaction takes out neither more nor less.
"""

import re
import unicodedata
from dataclasses import dataclass

_SIMPLE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_UNSEEN = {"Cf", "Mn", "Cc", "Co", "Cn", "Cs"}
_TO_MEND = re.compile(r"[^\n -~]|  ")


@dataclass(frozen=True)
class Plain:
    """A plain text; `offsets` tells for each of its characters where it was written."""

    text: str
    offsets: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the written text of a place in the plain one."""
        if self.offsets is None or self.ends is None or start >= end:
            return start, end
        return self.offsets[start], self.ends[end - 1]


def plain(written: str) -> Plain:
    """Give a text as it reads; one of plain characters stays as it is."""
    simple = written.translate(_SIMPLE)
    if not _TO_MEND.search(simple):
        return Plain(simple)
    readings = {each: _reading(each) for each in set(simple)}
    characters: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for offset, character in enumerate(simple):
        reading = readings[character]
        if reading == " " and characters and characters[-1] == " ":
            ends[-1] = offset + 1
        elif reading:
            characters.append(reading)
            offsets += [offset] * len(reading)
            ends += [offset + 1] * len(reading)
        elif ends and unicodedata.category(character) == "Mn":
            # An accent set apart belongs to the letter before it.
            ends[-1] = offset + 1
    return Plain("".join(characters), tuple(offsets), tuple(ends))


def _reading(character: str) -> str:
    if character == "\n" or " " <= character <= "~":
        return character
    category = unicodedata.category(character)
    if category == "Zs" or character in "\t\v\f":
        return " "
    if category in _UNSEEN:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    return unicodedata.normalize("NFKC", character)
