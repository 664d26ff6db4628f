"""The body of a draft as a StreamField stores it, its records known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from blog.blocks import BodyBlock
from blog.contents import anchor
from importing.draft import Block, Citation, Draft
from importing.marks.passage import locator
from importing.rich_text import Piece, mapped, paragraph, plain, replaced
from references.importing import Outcome, Row

RawBlock = dict[str, Any]

_MARK = re.compile(
    r'<a linktype="citation" data-key="(?P<key>[^"<>]*)">(?P<text>.*?)</a>', re.DOTALL
)
_NOTE = re.compile(r'href="#note-(?P<number>[0-9]{1,6})"')


@dataclass(frozen=True)
class Known:
    """What of a draft has a record: each reference's key and short name, by index.

    `pictures` has the keys of pictures by their names.
    """

    references: Sequence[tuple[int, str]]
    pictures: Mapping[str, int]


class Body:
    """Makes the blocks of one draft, and says of which it had to change the kind."""

    def __init__(self, draft: Draft, known: Known):
        self._draft = draft
        self._known = known
        self._citations = {each.key: each for each in draft.citations}
        self._notes = str(uuid4())
        self._section: tuple[str, str] | None = None
        self._noted_in: dict[int, tuple[str, str]] = {}
        self.rows: list[Row] = []

    def blocks(self, opening: Sequence[Block] = ()) -> list[RawBlock]:
        """Give the blocks as they are stored, those of `opening` before all others."""
        numbered = [*((0, each) for each in opening), *enumerate(self._draft.blocks, 1)]
        return [
            raw for at, block in numbered for raw in self._raw(block, f"block-{at}")
        ]

    def _raw(self, block: Block, id: str) -> Iterator[RawBlock]:
        if block.type == "notes":
            yield from self._note_blocks(block.value["notes"])
            return
        value = mapped(block.value, self._linked)
        if block.type == "image":
            value = self._picture(value)
        raw = {"type": block.type, "value": value, "id": block.id or str(uuid4())}
        if not _fits(raw):
            raw |= {"type": "paragraph", "value": _as_text(value)}
            reason = _("No block of an article holds it: its text is a paragraph.")
            self.rows.append(Row(id, block.type, Outcome.CHANGED, reason))
        if raw["type"] == "heading":
            self._section = (anchor(raw["id"]), value["text"])
        yield raw

    def _picture(self, value: dict[str, Any]) -> dict[str, Any]:
        name = value["image"]
        picture = self._draft.pictures.get(name)
        alt = picture.alt if picture else ""
        key = self._known.pictures.get(name)
        if key is None:
            return value | {"image": alt}
        return value | {"image": {"image": key, "alt_text": alt, "decorative": False}}

    def _note_blocks(self, notes: Sequence[str]) -> Iterator[RawBlock]:
        if not notes:
            return
        heading = {"level": "h2", "text": _("Notes")}
        yield {"type": "heading", "value": heading, "id": self._notes}
        items = "".join(
            f"<li>{self._note(html, at)}</li>" for at, html in enumerate(notes, 1)
        )
        yield {"type": "paragraph", "value": f"<ol>{items}</ol>", "id": str(uuid4())}

    def _note(self, html: str, number: int) -> str:
        """Give a note as one item of a list, with the way back to its section."""
        inner = re.sub(r"</p>\s*<p>", "<br/>", self._linked(html).strip())
        inner = inner.removeprefix("<p>").removesuffix("</p>")
        if section := self._noted_in.get(number):
            place, text = section
            inner += f' <a href="#{place}">↑ {escape(text, quote=False)}</a>'
        return inner

    def _linked(self, html: str) -> str:
        """Let the marks in a text point at records, and those of notes at the notes."""
        pieces = [
            Piece(match.start(), match.end(), self._cited(match))
            for match in _MARK.finditer(html)
        ]
        return _NOTE.sub(self._noted, replaced(html, pieces) if pieces else html)

    def _cited(self, match: re.Match[str]) -> str:
        citation = self._citations.get(match["key"])
        if citation is None or not citation.references:
            return match["text"]
        return "".join(
            _mark(*self._known.references[index], place)
            for index, place in _cited(citation)
        )

    def _noted(self, match: re.Match[str]) -> str:
        if self._section:
            self._noted_in.setdefault(int(match["number"]), self._section)
        return f'href="#{anchor(self._notes)}"'


def _cited(citation: Citation) -> Iterator[tuple[int, str]]:
    places = citation.locators + ("",) * len(citation.references)
    for index, place in zip(citation.references, places, strict=False):
        yield index, locator(place) if place else ""


def _mark(key: int, name: str, place: str) -> str:
    """Give a citation as the editor stores it."""
    where = f' locator="{escape(place)}"' if place else ""
    shown = escape(f"[{name}, {place}]" if place else f"[{name}]", quote=False)
    return f'<a linktype="citation" id="{key}"{where}>{shown}</a>'


def _fits(raw: RawBlock) -> bool:
    """Tell whether an article's body holds such a block, as a draft at least."""
    body = BodyBlock()
    child = body.child_blocks.get(raw["type"])
    if child is None or (
        raw["type"] == "image" and isinstance(raw["value"]["image"], str)
    ):
        return False
    child.defer_required_validation()
    try:
        child.clean(child.to_python(raw["value"]))
    except (ValidationError, AttributeError, KeyError, TypeError, ValueError):
        return False
    return True


def _as_text(value: Any) -> str:
    """Give all texts of a value as paragraphs."""
    return "".join(_texts(value)) or "<p></p>"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.lstrip().startswith("<"):
            yield value
        elif plain(value):
            yield paragraph(value)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)
