"""What readers of manuscripts give: plain values, no database.

Conventions of a draft:

- A block's `type` is one of the article's own, its `value` what the StreamField stores,
  save for what needs a record: a picture is `{"image": name, "caption": html}`, where
  `name` is a key of `Draft.pictures`.
- Rich text holds what the article's editor allows and nothing else: `p`, `b`, `i`,
  `sup`, `sub`, `ol`, `ul`, `li`, `br` and `a`. A numbered list that does not begin at 1
  has `start`. Runs from right to left stand between Unicode's isolates.
- A citation is `<a linktype="citation" data-key="c1">[1]</a>` around what the
  manuscript printed; `Draft.citations` says what it cites. One mark may cite several.
- A footnote's or endnote's mark is `<a href="#note-1"><sup>1</sup></a>`; the notes are
  one block of type `notes` at the end, `{"notes": [html, …]}`.
- A table's `merged` names ranges as `blog.merged_cells` reads them ("A2:A4, B5:D5").
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext

Item = dict[str, Any]


class Outcome(StrEnum):
    """What became of one thing in a manuscript."""

    FOUND = "found"
    CONVERTED = "converted"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True)
class Block:
    """One block of the body, as the article stores it.

    `id` is the block's id where something in the text links to it, or "".
    """

    type: str
    value: Any
    id: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture's bytes, what it shows, and its media type."""

    data: bytes
    alt: str
    type: str


@dataclass(frozen=True)
class Citation:
    """What a mark in the text cites.

    `key` is the mark's; `references` are indexes into `Draft.references`, empty where
    only the printed `text` is known; `locators` has one for each of them ("p. 12").
    `tool` names what made the field ("Zotero"), `raw` is the field as it was.
    """

    key: str
    references: tuple[int, ...]
    locators: tuple[str, ...] = ()
    text: str = ""
    tool: str = ""
    raw: str = ""


@dataclass(frozen=True)
class Problem:
    """Something that a person should know: what it was, and what became of it.

    `reason` is marked for translation and may name `values`; `message` gives it in the
    reader's language. `excerpt` is the manuscript's own text.
    """

    id: str
    kind: str
    outcome: Outcome
    reason: str
    excerpt: str = ""
    values: dict[str, str | int] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """What became of it, and why, in words."""
        return gettext(self.reason) % self.values


@dataclass(frozen=True)
class Draft:
    """A manuscript as an article could hold it.

    `printed` has, for each reference, the line that the manuscript printed for it, or
    "". `counts` says how many of each kind were found ("headings", "tables", "words").
    """

    title: str = ""
    subtitle: str = ""
    bylines: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    notes: int = 0
    citations: tuple[Citation, ...] = ()
    references: tuple[Item, ...] = ()
    printed: tuple[str, ...] = ()
    pictures: dict[str, Picture] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)


def as_json(draft: Draft) -> dict[str, Any]:
    """Give a draft as an object of JSON, pictures included."""
    return asdict(draft) | {
        "pictures": {
            name: asdict(each) | {"data": b64encode(each.data).decode()}
            for name, each in draft.pictures.items()
        }
    }


def from_json(value: Mapping[str, Any]) -> Draft:
    """Give the draft that `as_json` wrote."""
    return Draft(
        title=value["title"],
        subtitle=value["subtitle"],
        bylines=tuple(value["bylines"]),
        blocks=tuple(Block(**each) for each in value["blocks"]),
        notes=value["notes"],
        citations=tuple(
            Citation(
                **each
                | {
                    "references": tuple(each["references"]),
                    "locators": tuple(each["locators"]),
                }
            )
            for each in value["citations"]
        ),
        references=tuple(value["references"]),
        printed=tuple(value["printed"]),
        pictures={
            name: Picture(b64decode(each["data"]), each["alt"], each["type"])
            for name, each in value["pictures"].items()
        },
        problems=tuple(
            Problem(**each | {"outcome": Outcome(each["outcome"])})
            for each in value["problems"]
        ),
        counts=dict(value["counts"]),
    )
