"""Typed references against the fields that their publishers marked in them."""

import json
import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.table import Row
from references import names
from references.formats import text as typed

_KINDS = {
    "article-journal": {"journal", "other", None},
    "article-newspaper": {"other", "web", "journal"},
    "article": {"other", "preprint", "journal"},
    "webpage": {
        "web",
        "website",
        "webpage",
        "other",
        "book-edited-URL",
        "software-URL",
    },
    "thesis": {"thesis", "other", None},
    "report": {"report", "book", "other", "gov", "web"},
    "dataset": {"data", "dataset", "database", "other"},
    "book": {"book", "other", None},
    "chapter": {"book", "chapter", "book-chapter", "other"},
    "paper-conference": {"book", "confproc", "conference", "conf-proc", "other"},
    "document": {"other", "unknown", "report", None},
}


def measure(data: Path) -> list[Row]:
    """Measure the field accuracy on `strings/`; nothing where it is absent."""
    rows = []
    journals = list(_lines(data / "strings" / "vancouver.jsonl"))
    if journals:
        rows.append(
            _row("Typed journal articles: all six fields", journals, misses_of_six, 95)
        )
        start = time.perf_counter()
        for line in journals:
            typed.parse(str(line["text"]))
        spent = (time.perf_counter() - start) * 1000 / len(journals)
        rows.append(Row("Typed references: time each", spent, 10, "ms", at_least=False))
    others = list(_lines(data / "strings" / "books-and-web.jsonl"))
    if others:
        rows.append(
            _row(
                "Typed books and pages: type, title, year", others, misses_of_three, 85
            )
        )
    return rows


def misses_of_six(line: dict[str, Any]) -> list[str]:
    """Name the fields of a journal article that were read differently."""
    item = typed.parse(str(line["text"]))
    title, journal = line.get("title"), line.get("source")
    checks = {
        "title": _same(item.get("title"), title),
        "journal": _same(item.get("container-title"), journal),
        "year": _year(item) == str(line.get("year", ""))[:4],
        "volume": _same(item.get("volume"), line.get("volume")),
        "page": _same(_first_page(item), line.get("fpage")),
        "authors": _surnames(item.get("author", [])) == _marked(line.get("author", [])),
    }
    return [name for name, right in checks.items() if not right]


def misses_of_three(line: dict[str, Any]) -> list[str]:
    """Name the fields of a book or page that were read differently.

    A publisher marks a book's title as `source`, a part's as `chapter` or `title`.
    Where it marks "Title: Subtitle" as a part and its book, the whole is right as well.
    """
    item = typed.parse(str(line["text"]))
    part, source = line.get("chapter") or line.get("title"), line.get("source")
    whole = [f"{part} {source}"] if part and source else []
    titles = [part or source or item.get("title"), *whole]
    checks = {
        "type": line.get("type") in _KINDS.get(item.get("type", ""), set())
        or (line.get("type") == "book" and bool(line.get("volume") and part)),
        "title": any(_same(item.get("title"), title) for title in titles),
        "year": _year(item) == str(line.get("year", ""))[:4],
    }
    return [name for name, right in checks.items() if not right]


def _row(
    what: str,
    lines: list[dict[str, Any]],
    misses: Callable[[dict[str, Any]], list[str]],
    bar: float,
) -> Row:
    missed = [fields for line in lines if (fields := misses(line))]
    each: dict[str, int] = {}
    for field in (field for fields in missed for field in fields):
        each[field] = each.get(field, 0) + 1
    note = ", ".join(f"{field} {count}" for field, count in sorted(each.items()))
    figure = 100 * (len(lines) - len(missed)) / len(lines)
    return Row(what, figure, bar, note=f"{len(lines)} lines; missed: {note or 'none'}")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def _same(found: object, marked: object) -> bool:
    return _folded(found) == _folded(marked)


def _folded(value: object) -> str:
    text = unicodedata.normalize("NFKD", str(value or "")).casefold()
    return re.sub(r"[^a-z0-9]", "", re.sub(r"<[^>]{1,9}>|^volume ", "", text))


def _year(item: dict[str, Any]) -> str:
    parts = item.get("issued", {}).get("date-parts", [[""]])
    return str(parts[0][0])


def _first_page(item: dict[str, Any]) -> str:
    return re.split(r"[-–,]", str(item.get("page", "")))[0]


def _surnames(people: list[dict[str, str]]) -> list[str]:
    return [_folded(names.surname(name)) for name in people]


def _marked(people: list[dict[str, str]]) -> list[str]:
    return [_folded(name.get("family") or name.get("literal")) for name in people]
