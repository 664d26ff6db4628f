"""Agreement of the citation styles with what citeproc-js printed for the same items."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.table import Row
from references.formats import ama, apa, vancouver

STYLES: dict[str, tuple[str, Callable[[dict[str, Any]], str]]] = {
    "AMA": ("american-medical-association", ama.as_text),
    "Vancouver": ("nlm-citation-sequence", vancouver.as_text),
    "APA": ("apa", apa.as_text),
}
_QUOTES = str.maketrans("“”„«»‘’‚`´", '"""""' + "'''''")
_NUMBERING = re.compile(r"^\s*1\. ")


@dataclass(frozen=True)
class Pair:
    """What one item is printed as and what was expected."""

    item: dict[str, Any]
    printed: str
    expected: str

    @property
    def agrees(self) -> bool:
        """Whether both read the same, quotation marks and spaces aside."""
        return _normal(self.printed) == _normal(self.expected)


def measure(data: Path) -> list[Row]:
    """Give two figures a style: journal articles, and items of all kinds."""
    rows = []
    for style in STYLES:
        pairs = _pairs(data, style)
        articles = [
            pair for pair in pairs if pair.item.get("type") == "article-journal"
        ]
        if articles:
            rows.append(_row(f"{style}, journal articles as citeproc-js", articles, 97))
        if pairs:
            rows.append(_row(f"{style}, all kinds as citeproc-js", pairs, 92))
    return rows


def differences(data: Path, style: str) -> list[Pair]:
    """Give the pairs of a style ("AMA", "Vancouver", "APA") that differ."""
    return [pair for pair in _pairs(data, style) if not pair.agrees]


def _pairs(data: Path, style: str) -> list[Pair]:
    items, expected = data / "render/items.json", data / "render/expected.json"
    if not items.is_file() or not expected.is_file():
        return []
    name, as_text = STYLES[style]
    texts = json.loads(expected.read_text(encoding="utf-8")).get(name, {})
    return [
        Pair(item, as_text(item), _NUMBERING.sub("", texts[item["id"]]))
        for item in json.loads(items.read_text(encoding="utf-8"))
        if item.get("id") in texts
    ]


def _row(what: str, pairs: list[Pair], bar: float) -> Row:
    agreeing = sum(pair.agrees for pair in pairs)
    note = f"{agreeing} of {len(pairs)}"
    return Row(what, round(100 * agreeing / len(pairs), 1), bar, note=note)


def _normal(text: str) -> str:
    return " ".join(text.translate(_QUOTES).replace("'", '"').split())
