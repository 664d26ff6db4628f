"""What readers of formats and look-ups give: plain values, no database.

An item is a CSL-JSON object (CSL 1.0.2, csl-data.json) under these conventions:

- what is missing is absent: no empty strings, lists or nulls;
- `title` and its like are plain text, save for `<i>`, `<b>`, `<sup>` and `<sub>`,
  which CSL-JSON allows; `&`, `<` and `>` stand for themselves;
- people have `family`, `given`, `suffix`, `non-dropping-particle` and
  `dropping-particle`; organisations have `literal` alone;
- dates are `{"date-parts": [[year, month, day]]}` of integers, the month and day
  left out where they are not known, a second list for a range; what cannot be read
  as a date is `{"raw": "…"}`; `season` may stand beside `date-parts`;
- `DOI` is bare, in the case in which it is printed; `PMID` is digits, `PMCID` starts
  with `PMC`;
- what CSL has no variable for stands in its `custom` object: `NBK` (an NCBI
  Bookshelf id) and `updated` (a date, as in "[Updated 2022 Nov 28]").
"""

from dataclasses import dataclass
from typing import Any

Item = dict[str, Any]


@dataclass(frozen=True)
class Record:
    """One source as it was read: the item, the text it came from, and its place.

    `place` says where in the input it stood, in words for an editor ("line 12").
    """

    item: Item
    raw: str
    place: str


@dataclass(frozen=True)
class Problem:
    """Something that could not be read; `raw` keeps its text so that none is lost."""

    place: str
    message: str
    raw: str


@dataclass(frozen=True)
class Batch:
    """All that one input held, in its order."""

    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
