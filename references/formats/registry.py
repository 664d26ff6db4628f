"""The formats by the names that commands and addresses use."""

import re
from collections.abc import Callable, Iterable

from references.formats import (
    ama,
    apa,
    bibtex,
    csl_json,
    endnote_xml,
    nbib,
    pubmed_xml,
    ris,
    text,
    vancouver,
)
from references.records import Batch, Item, Problem

Reader = Callable[[str], Batch]
Writer = Callable[[Iterable[Item]], str]

READERS: dict[str, Reader] = {
    "csl-json": csl_json.read,
    "ris": ris.read,
    "nbib": nbib.read,
    "bibtex": bibtex.read,
    "endnote-xml": endnote_xml.read,
    "pubmed-xml": pubmed_xml.read,
    "text": text.read,
}

_ENDINGS = {
    ".bib": "bibtex",
    ".bibtex": "bibtex",
    ".json": "csl-json",
    ".nbib": "nbib",
    ".medline": "nbib",
    ".ris": "ris",
}
# What a text looks like from its start or, with ^, at the start of any line.
_CONTENTS = (
    ("pubmed-xml", re.compile(r"<Pubmed(?:Book)?(?:Article|Document)(?:Set)?[\s/>]")),
    ("endnote-xml", re.compile(r"<(?:xml|records?)[\s/>]")),
    ("csl-json", re.compile(r"\A\s*(?:\{|\[\s*[\]{])")),
    ("ris", re.compile(r"^[ \t]{0,3}TY[ \t]*[-–—][ \t]*[A-Z]{2,10}\s*$", re.MULTILINE)),
    ("nbib", re.compile(r"^(?:PMID|OWN|STAT|FAU|BTI) {0,3}- \S", re.MULTILINE)),
    ("bibtex", re.compile(r"^\s*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)),
)
_XML = re.compile(r"\A\s*<(?:[?!]|\w+[\s/>])")
_LOOKED_AT = 200_000


def _lines(as_text: Callable[[Item], str]) -> Writer:
    """Give a writer of one unnumbered reference a line."""

    def write(items: Iterable[Item]) -> str:
        return "".join(f"{' '.join(as_text(item).split())}\n" for item in items)

    return write


WRITERS: dict[str, Writer] = {
    "csl-json": csl_json.write,
    "ris": ris.write,
    "bibtex": bibtex.write,
    "ama": _lines(ama.as_text),
    "vancouver": _lines(vancouver.as_text),
    "apa": _lines(apa.as_text),
}


class UnknownFormat(ValueError):
    """A format's name that is none of `READERS` or `WRITERS`."""

    def __init__(self, name: str, known: Iterable[str]):
        super().__init__(f"“{name}” is not a format. Known are: {', '.join(known)}.")


def detect(content: str, filename: str = "") -> str:
    """Give the name of the format that a text is in: "text" when it is no other.

    The content tells first; the file's name only where the content does not.

    >>> detect("TY - JOUR")
    'ris'
    """
    start = content[:_LOOKED_AT].removeprefix("\ufeff")
    xml = bool(_XML.match(start))
    for name, pattern in _CONTENTS:
        if name.endswith("-xml") == xml and pattern.search(start):
            return name
    for ending, name in _ENDINGS.items():
        if filename.lower().endswith(ending):
            return name
    return "text"


def read(content: str, format: str) -> Batch:
    """Give the records of a text in the named format; `UnknownFormat` if it is none.

    A text that holds something, but no record, is a problem.
    """
    if format not in READERS:
        raise UnknownFormat(format, READERS)
    if not content.removeprefix("\ufeff").strip():
        return Batch()
    batch = READERS[format](content.removeprefix("\ufeff"))
    if batch.records or batch.problems:
        return batch
    message = "No references were found in this file."
    return Batch((), (Problem("whole file", message, content),))


def write(items: Iterable[Item], format: str) -> str:
    """Give items as a text in the named format; `UnknownFormat` if it is none."""
    if format not in WRITERS:
        raise UnknownFormat(format, WRITERS)
    return WRITERS[format](items)
