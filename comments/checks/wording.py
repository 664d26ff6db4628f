"""Tables of phrases, kept beside the code so that who knows a language can mend them.

A table is a TOML file of lists of regular expressions. `<name>` in one stands for the
alternatives of that name under `[words]`; a line break and the spaces after it stand
for nothing, so that long ones can be wrapped.
"""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

_NEVER = r"(?!)"
_PLACE = re.compile(r"<([a-z_]+)>")


def read(path: Path) -> dict[str, tuple[str, ...]]:
    """Give the lists of a table by their names, the words put in."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    words: dict[str, str] = {}
    for name, phrase in table.pop("words", {}).items():
        words[name] = f"(?:{_filled(phrase, words)})"
    return {
        name: tuple(_filled(each, words) for each in phrases)
        for name, phrases in table.items()
    }


def alternatives(phrases: Iterable[str]) -> str:
    """Give one pattern for any of these phrases; for none of none."""
    return "|".join(phrases) or _NEVER


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases that begin and end with a word, whatever their capitals."""
    pattern = rf"\b(?=\w)(?:{alternatives(phrases)})(?!\w)"
    return re.compile(pattern, re.IGNORECASE)


def _filled(phrase: str, words: dict[str, str]) -> str:
    unwrapped = re.sub(r"(?:\A|\n) *", "", phrase)
    return _PLACE.sub(lambda match: words[match[1]], unwrapped)
