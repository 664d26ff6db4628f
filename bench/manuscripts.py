"""How much of a folder's Word manuscripts arrives, and what that takes.

`python -m bench.manuscripts DIR` prints a line for each .docx file: the words in its
text parts and those kept, notes and citation fields in the file and read, seconds,
the most memory in MB. A file that is refused is listed with the reason.

The counts of what a file holds are made here, apart from the reader.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from defusedxml import ElementTree

from importing.conversion import measured
from importing.refusals import Refused
from importing.word import coverage

_WORD = re.compile(r"\w+")
_TEXT_PART = re.compile(r"(?:word/)?(?:document\d*|footnotes|endnotes)\.xml")
_GONE = {"del", "moveFrom", "Fallback"}
_CITATION = re.compile(
    r"ADDIN\s+(?:ZOTERO_ITEM|(?:CSL|Mendeley)_CITATION|CSL_CITATION|EN\.CITE(?!\.DATA)"
    r"|Citavi\.?Placeholder)|^\s*CITATION\s",
    re.IGNORECASE,
)


@dataclass
class Line:
    """A file's line of the table."""

    file: str
    words: int = 0
    kept: int = 0
    notes: int = 0
    linked: int = 0
    fields: int = 0
    cited: int = 0
    sources: int = 0
    lost: int = 0
    seconds: float = 0.0
    megabytes: float = 0.0
    remark: str = ""


def measure(path: Path) -> Line:
    """Convert one file and count what is there and what arrived."""
    data = path.read_bytes()
    line = Line(path.name)
    try:
        conversion = measured(data, path.name)
    except Refused as refused:
        line.remark = str(refused)
        return line
    draft = conversion.draft
    expected: Counter[str] = Counter()
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if _TEXT_PART.fullmatch(name):
                root = ElementTree.fromstring(archive.read(name))
                expected.update(_WORD.findall("".join(_texts(root))))
                line.notes += sum(
                    _local(each) in {"footnoteReference", "endnoteReference"}
                    for each in root.iter()
                )
                line.fields += _citation_fields(root)
    arrived = coverage.words(draft)
    line.words = expected.total()
    line.kept = (expected & arrived).total()
    html = repr([block.value for block in draft.blocks])
    line.linked = len(re.findall(r'href="#note-\d+"', html))
    line.cited = sum(bool(each.references) for each in draft.citations)
    line.sources = len(draft.references)
    line.lost = sum(problem.outcome == "lost" for problem in draft.problems)
    line.seconds, line.megabytes = conversion.seconds, conversion.megabytes
    missing = expected - arrived
    line.remark = " ".join(list(missing)[:8])
    return line


def table(lines: list[Line]) -> str:
    """Give the lines as a table of text, their sum or worst below."""
    names = [each.name for each in fields(Line)]
    rows = [names, *([_cell(line, name) for name in names] for line in lines)]
    rows.append(_sums(lines, names))
    widths = [max(len(row[column]) for row in rows) for column in range(len(names))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, len(names) - 1) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def main() -> None:
    """Measure every manuscript of a folder, and print the table."""
    django.setup()
    if len(sys.argv) < 2:
        sys.exit("python -m bench.manuscripts DIR")
    files = sorted(Path(sys.argv[1]).glob("*.docx"))
    lines = [measure(path) for path in files]
    print(table(lines))
    words = sum(line.words for line in lines)
    if words:
        share = 100 * sum(line.kept for line in lines) / words
        print(f"{len(lines)} files, {share:.2f} % of their words kept (bar: 99 %)")


def _cell(line: Line, name: str) -> str:
    value = getattr(line, name)
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _sums(lines: list[Line], names: list[str]) -> list[str]:
    sums = {name: sum(getattr(line, name) for line in lines) for name in names[1:9]}
    worst = {
        name: f"{max((getattr(line, name) for line in lines), default=0):.2f}"
        for name in ("seconds", "megabytes")
    }
    return [
        "all",
        *map(str, sums.values()),
        *worst.values(),
        "seconds and MB: the most",
    ]


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        name = _local(child)
        if name == "t":
            yield child.text or ""
        elif name in {"tab", "br", "cr"}:
            yield " "
        elif name == "noBreakHyphen":
            yield "\u2011"
        elif name == "p":
            yield from _texts(child)
            # A drop cap, or a paragraph whose end was deleted, runs into the next.
            yield "" if _goes_on(child) else " "
        elif name not in _GONE:
            yield from _texts(child)


def _goes_on(paragraph: Element) -> bool:
    names = [_local(each) for each in paragraph.iterfind("*[1]/*/*")]
    frames = [each for each in paragraph.iterfind("*[1]/*") if _named(each, "dropCap")]
    return "del" in names or any(_named(each, "dropCap") != ["none"] for each in frames)


def _citation_fields(root: Element) -> int:
    """Count fields and content controls that cite, each field by its first code."""
    found = 0
    codes: list[list[str]] = []
    for each in root.iter():
        match _local(each):
            case "fldChar":
                kind = next(iter(_named(each, "fldCharType")), "")
                if kind == "begin":
                    codes.append([])
                elif kind == "end" and codes:
                    found += bool(_CITATION.search("".join(codes.pop()).strip()))
            case "instrText" if codes:
                codes[-1].append(each.text or "")
            case "fldSimple":
                found += any(map(_CITATION.search, _named(each, "instr")))
            case "tag":
                found += any(
                    value.startswith("MENDELEY_CITATION")
                    for value in _named(each, "val")
                )
    return found


def _named(element: Element, name: str) -> list[str]:
    return [value for key, value in element.items() if key.rpartition("}")[2] == name]


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


if __name__ == "__main__":
    main()
