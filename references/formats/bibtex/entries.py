"""BibTeX's entries as plain fields, and what could not be parsed."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)

from references.records import Problem

# What it would print to standard error is told as problems.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_NO_COMMA = re.compile(r"""([}"]|=\s*\w+)([ \t]*\r?\n\s*[A-Za-z][\w-]*\s*=\s*["{\d])""")
_NO_KEY = re.compile(
    r"^(\s*@\s*(?!string|comment|preamble)\w+\s*[{(])(?:\s*,|(?=\s*[\w-]+\s*=))",
    re.IGNORECASE | re.MULTILINE,
)
_KEY = "no-key-given"
_OPENING = re.compile(r"@\s*\w+\s*[{(]")
_NOT_INHERITED = {"crossref", "xref", "title", "booktitle", "subtitle", "author"}
_NOT_INHERITED |= {"pages", "doi", "url", "abstract", "note", "keywords", "shorttitle"}


@dataclass(frozen=True)
class BibtexEntry:
    """An entry with its field names in small letters, its values still LaTeX."""

    kind: str
    key: str
    fields: dict[str, str]
    raw: str
    place: str


def parse(text: str) -> Iterator[BibtexEntry | Problem]:
    """Give the entries in file order, with what `crossref` makes them inherit.

    An entry whose key or field occurs twice is kept; one that lacks commas or a key is
    mended; what remains unreadable is a problem with its text.
    """
    macros: dict[str, str] = {}
    entries = list(_parsed(text, macros))
    by_key = {
        each.key.lower(): each for each in entries if isinstance(each, BibtexEntry)
    }
    for entry in entries:
        if isinstance(entry, BibtexEntry):
            key = entry.fields.get("crossref", "").lower()
            parent = by_key.get(key) if key else None
            if parent is not None and parent is not entry:
                _inherit(entry, parent)
        yield entry


def _parsed(
    text: str, macros: dict[str, str], *, first_line: int = 1, mend: bool = True
) -> Iterator[BibtexEntry | Problem]:
    broken: list[Block] = []
    for block in parse_string(_NO_KEY.sub(rf"\1{_KEY},", text), parse_stack=[]).blocks:
        if isinstance(block, ImplicitComment) and (
            broken or _OPENING.match(_raw(block))
        ):
            broken.append(block)
            continue
        yield from _problems(broken, first_line)
        broken = []
        line = first_line + (block.start_line or 0)
        raw = _raw(block)
        mended = _NO_COMMA.sub(r"\1,\2", raw) if mend else raw
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block or block
        if isinstance(block, String):
            macros[block.key.lower()] = _value(str(block.value), macros)
        elif isinstance(block, Entry | ParsingFailedBlock) and mended != raw:
            for each in _parsed(mended, macros, first_line=line, mend=False):
                yield replace(each, raw=raw)
        elif isinstance(block, Entry):
            yield _entry(block, macros, raw, f"line {line}")
        elif isinstance(block, ParsingFailedBlock):
            broken.append(block)
    yield from _problems(broken, first_line)


def _raw(block: Block) -> str:
    return (block.raw or "").replace(f"{_KEY},", "").strip()


def _problems(blocks: list[Block], first_line: int) -> Iterator[Problem]:
    """Give what the parser gave up on, with the text that it left behind it."""
    if blocks:
        message = "This BibTeX entry is broken, so it was not read."
        line = first_line + (blocks[0].start_line or 0)
        yield Problem(f"line {line}", message, "\n".join(map(_raw, blocks)))


def _entry(entry: Entry, macros: dict[str, str], raw: str, place: str) -> BibtexEntry:
    fields: dict[str, str] = {}
    for each in entry.fields:
        value = _value(str(each.value), macros).strip()
        fields.setdefault(each.key.lower(), value)
    key = "" if entry.key == _KEY else entry.key
    return BibtexEntry(entry.entry_type.lower(), key, fields, raw, place)


def _value(text: str, macros: dict[str, str]) -> str:
    """Join the texts, numbers and macros that `#` parts; months stay as they are."""
    joined = []
    for part in _concatenated(text.strip()):
        if part[:1] + part[-1:] in {"{}", '""'} and len(part) > 1:
            joined.append(part[1:-1])
        else:
            joined.append(macros.get(part.lower(), part))
    return "".join(joined)


def _concatenated(text: str) -> Iterator[str]:
    depth, quoted, start = 0, False, 0
    for at, character in enumerate(text):
        if text[at - 1 : at] == "\\":
            continue
        if character in "{}":
            depth += 1 if character == "{" else -1
        elif character == '"' and depth == 0:
            quoted = not quoted
        elif character == "#" and depth == 0 and not quoted:
            yield text[start:at].strip()
            start = at + 1
    yield text[start:].strip()


def _inherit(entry: BibtexEntry, parent: BibtexEntry) -> None:
    title = parent.fields.get("booktitle") or parent.fields.get("title")
    if title:
        entry.fields.setdefault("booktitle", title)
    for name, value in parent.fields.items():
        if name not in _NOT_INHERITED:
            entry.fields.setdefault(name, value)
