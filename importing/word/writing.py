"""Writing down what is read in a paragraph, with its looks and what it belongs to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word import citations, symbols
from importing.word.changes import Changes
from importing.word.drawings import Drawings
from importing.word.elements import is_on, value
from importing.word.fields import Field
from importing.word.nodes import Node, Piece
from importing.word.source import Source, control_kind
from importing.word.styles import position


@dataclass
class _Now:
    """What holds for the text that is read next."""

    look: Piece
    hidden: bool = False
    font: str = ""


class Writing:
    """The pieces of the paragraph that is read, and what holds for the next one."""

    def __init__(self, source: Source, part: str, drawings: Drawings):
        self._source = source
        self._relations = source.package.relations(part)
        self._drawings = drawings
        self._changes = Changes(source)
        self._fields: list[Field] = []
        self._swallowed: list[str] = []
        self._base = Piece("")
        self._zotero: dict[str, str] = {}
        self._pieces: list[Piece] = []
        self._beside: list[Node] = []
        self._bookmarks: list[str] = []
        self._sequence = ""
        self._now = _Now(Piece(""))
        self._hidden: list[str] = []
        self._struck: list[str] = []
        self.note_insertion = self._changes.note_insertion
        self.note_deletion = self._changes.note_deletion

    @contextmanager
    def inside(self, control: Element, origin: str = "") -> Iterator[None]:
        """Read what stands in a content control: a citation, a list, or plain text."""
        before = self._base
        kind = control_kind(control)
        if kind.upper().startswith(citations.CONTROL) and not before.citation:
            works = citations.of_control(kind)
            key = self._source.collection.cite("Mendeley Cite", works, "", kind)
            self._base = replace(before, citation=key)
        elif origin:
            self._base = replace(before, origin=origin)
        try:
            yield
        finally:
            self._base = before

    def _looks(self, properties: Element | None) -> _Now:
        style = self._source.styles.get(value(properties, "w.rStyle"))

        def on(path: str, styled: bool | None) -> bool:
            direct = is_on(properties, path)
            return bool(styled if direct is None else direct)

        placed = position(properties)
        return _Now(
            Piece(
                "",
                bold=on("w.b", style.bold),
                italic=on("w.i", style.italic),
                position=(placed if placed is not None else style.position) or "",
                right_to_left=on("w.rtl", None),
            ),
            hidden=on("w.vanish", style.hidden),
            font=value(properties, "w.rFonts", "w.ascii"),
        )

    def _emit(self, text: str, *, position: str = "", note: int = 0) -> None:
        """Add text as it looks now, with what it links to, cites and comes from."""
        if any(not field.shows for field in self._fields):
            self._swallowed.append(text)
            return
        if self._now.hidden:
            self._hidden.append(text)
            return
        shown = self._fields
        for field in shown:
            field.has_shown = True
        links = [field.link for field in shown if field.link]
        cited = [field.citation for field in shown if field.citation]
        origins = [field.origin for field in shown if field.origin]
        base, look = self._base, self._now.look
        self._pieces.append(
            replace(
                look,
                text=symbols.readable(text, self._now.font),
                position=position or look.position,
                right_to_left=look.right_to_left or base.right_to_left,
                link=base.link or next(iter(links), ""),
                citation=base.citation or next(iter(cited), ""),
                origin=base.origin or next(iter(origins), ""),
                note=note,
            )
        )

    def _symbol(self, sign: Element) -> None:
        font, code = sign.get("w.font", ""), sign.get("w.char", "")
        shown = symbols.character(font, code)
        if not shown:
            self._source.findings.add(
                "symbol",
                Outcome.LOST,
                _("A sign of the font %(font)s has no letter of its own."),
                code,
                font=font,
            )
        self._emit(shown or "□")

    def _note_mark(self, mark: Element) -> None:
        kind = mark.tag.removeprefix("w.").removesuffix("Reference")
        number = self._source.note(kind, mark.get("w.id", ""))
        self._now = replace(self._now, hidden=False)
        self._emit(str(number), note=number)

    @contextmanager
    def _linked(self, target: str) -> Iterator[None]:
        before = self._base
        self._base = replace(before, link=target or before.link)
        yield
        self._base = before

    @contextmanager
    def _directed(self, direction: str) -> Iterator[None]:
        before = self._base
        self._base = replace(before, right_to_left=direction == "rtl")
        yield
        self._base = before

    def _note_looks(self) -> None:
        """Note, for a paragraph, what was hidden or struck through in it."""
        for texts, outcome, reason in (
            (
                self._hidden,
                Outcome.LOST,
                _("The text is hidden in Word, so it was left out."),
            ),
            (
                self._struck,
                Outcome.CHANGED,
                _("The text is struck through in Word; it stands here as it is."),
            ),
        ):
            if "".join(texts).strip():
                self._source.findings.add("look", outcome, reason, "".join(texts))
            texts.clear()
