"""How fast a large library is read: records a second, by format.

The files are made here, so that no data folder is needed: article records with long
author lists and abstracts, as databases export them.
"""

import time
from collections.abc import Callable
from pathlib import Path

from bench.table import Row
from references.formats import bibtex, csl_json, ris
from references.records import Batch, Item

_RECORDS = 10_000
_TITLE = "a randomised trial of pelvic pain therapy in women with endometriosis"


def measure(data: Path) -> list[Row]:
    """Read a library of 10,000 records, of 1,000 in BibTeX; `data` is not used."""
    items = [_article(number) for number in range(_RECORDS)]
    latex = (
        bibtex.write(items[:1000]).replace("ü", r"{\"u}").replace("study", "{S}tudy")
    )
    return [
        _row("ris", ris.write(items), ris.read),
        _row("bibtex", latex, bibtex.read),
        _row("csl-json", csl_json.write(items), csl_json.read),
    ]


def _row(name: str, text: str, read: Callable[[str], Batch]) -> Row:
    start = time.perf_counter()
    batch = read(text)
    spent = time.perf_counter() - start
    note = f"{len(batch.records)} records of {len(text) / 1e6:.0f} MB in {spent:.1f} s"
    rate = len(batch.records) / spent
    return Row(f"import speed, {name}", rate, 500, "records/s", note=note)


def _article(number: int) -> Item:
    words = _TITLE.split()
    shift = number % len(words)
    title = " ".join(words[shift:] + words[:shift])
    people = [
        {"family": f"Müller{number}{letter}", "given": f"Given {letter}."}
        for letter in "ABCDEF"
    ]
    return {
        "type": "article-journal",
        "title": f"{title.capitalize()}: study {number}",
        "author": people,
        "container-title": "Journal of Examples",
        "container-title-short": "J Ex",
        "issued": {"date-parts": [[1990 + number % 35, 1 + number % 12]]},
        "volume": str(number % 90 + 1),
        "issue": str(number % 12 + 1),
        "page": f"{number}-{number + 9}",
        "DOI": f"10.1000/example.{number}",
        "PMID": str(10_000_000 + number),
        "keyword": ", ".join(words[:5]),
        "abstract": f"{title.capitalize()}. " * 20,
    }
