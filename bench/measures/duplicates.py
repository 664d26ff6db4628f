"""Duplicates found in EndNote libraries whose duplicates a person marked.

Every member of a group of duplicates has `Duplicate` as its caption, so that records
are counted: one is found when it stands in a pair.
"""

import time
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree as SafeTree
from defusedxml.common import DefusedXmlException

from bench.table import Row
from references import matching
from references.formats import endnote_xml
from references.records import Item


def measure(data: Path) -> list[Row]:
    """Measure on each library in `duplicates/`; nothing where it is absent."""
    rows = []
    for path in sorted((data / "duplicates").glob("*.xml")):
        rows += _library(path)
    return rows


def _library(path: Path) -> list[Row]:
    labelled, skipped = _labelled(path)
    if not labelled:
        return []
    start = time.perf_counter()
    pairs = matching.duplicates([item for item, _ in labelled])
    spent = time.perf_counter() - start
    sure = {
        index for pair in pairs if pair.certain for index in (pair.first, pair.second)
    }
    shown = {index for pair in pairs for index in (pair.first, pair.second)}
    marked = {index for index, (_, duplicate) in enumerate(labelled) if duplicate}
    if not marked:
        return []
    note = (
        f"{len(labelled)} records, {len(marked)} marked, {skipped} unread; "
        f"{len(shown - sure)} more are shown as uncertain; {spent:.2f} s"
    )
    right = 100 * len(sure & marked) / len(sure) if sure else 0.0
    return [
        Row(
            f"Duplicates found ({path.stem})",
            100 * len(sure & marked) / len(marked),
            98,
            note=note,
        ),
        Row(f"Duplicates right ({path.stem})", right, 99, note=note),
    ]


def _labelled(path: Path) -> tuple[list[tuple[Item, bool]], int]:
    """Give each record's item and whether it is marked; and how many were not read."""
    try:
        tree = SafeTree.fromstring(path.read_bytes())
    except (ParseError, DefusedXmlException):
        return [], 0
    labelled = []
    skipped = 0
    for record in tree.iter("record"):
        batch = endnote_xml.read(_alone(record))
        if len(batch.records) == 1:
            caption = (
                "".join(record.find("caption").itertext())
                if record.find("caption") is not None
                else ""
            )
            labelled.append((batch.records[0].item, caption.strip() == "Duplicate"))
        else:
            skipped += 1
    return labelled, skipped


def _alone(record: Element) -> str:
    text = SafeTree.tostring(record, encoding="unicode")
    return f"<xml><records>{text}</records></xml>"
