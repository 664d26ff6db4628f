"""Citations of EndNote: its XML in the field's code, or packed beside it."""

import re
from collections.abc import Sequence

from importing.word.citations.works import Work, decoded
from references.formats import endnote_xml
from references.formats.elements import cut, text_of
from references.records import Problem

_START = re.compile(r"<EndNote\b")
_END = "</EndNote>"


def works(instruction: str, data: Sequence[str]) -> list[Work]:
    """Give the works of a citation field."""
    found: list[Work] = []
    for fragment in cut(_xml(instruction, data), "Cite"):
        if isinstance(fragment, Problem):
            continue
        records = endnote_xml.read(fragment.raw).records
        pages = text_of(fragment.element, "Pages")
        found += [
            Work(record.item, f"p. {pages}" if pages[:1].isdigit() else pages)
            for record in records[:1]
        ]
    return found


def _xml(instruction: str, data: Sequence[str]) -> str:
    """Find the whole XML: in the code, in one packed part, or in all of them joined."""
    unpacked = [decoded(each) for each in data]
    for text in (instruction, *unpacked, "".join(unpacked), decoded("".join(data))):
        start = _START.search(text)
        if start and _END in text:
            return text[start.start() :]
    return ""
