"""Reading what stands in a paragraph: runs, links, fields, changes, marks of notes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word import addresses, citations, equations, fields, symbols
from importing.word.changes import Changes
from importing.word.drawings import Drawings
from importing.word.elements import chosen, is_on, value
from importing.word.fields import Field
from importing.word.google_docs import resolve
from importing.word.nodes import BIBLIOGRAPHY, CONTENTS, Node, Paragraph, Piece
from importing.word.source import Source, control_kind
from importing.word.styles import position

_TRANSPARENT = {"w.customXml", "w.smartTag", "w.sdtContent", "w.r"}
_SIGNS = {
    "w.tab": " ",
    "w.ptab": " ",
    "w.br": "\n",
    "w.cr": "\n",
    "w.noBreakHyphen": "\u2011",
}
_NO_SUCH_LOOKS = ("u", "highlight")
_GAP = re.compile(r"[\t\r\n]+")
_TOC = {"TOC", "TOA", "INDEX"}


@dataclass
class _Now:
    """What holds for the text that is read next."""

    look: Piece
    hidden: bool = False
    font: str = ""


class Running:
    """Reads the paragraphs of one part; fields may stay open from one to the next."""

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

    def paragraph(
        self, element: Element
    ) -> tuple[list[Piece], list[Node], tuple[str, ...], str]:
        """Give pieces, what stands beside them, bookmarks, and what a number counts."""
        self._pieces, self._beside, self._sequence = [], [], ""
        self._content(element)
        if self._swallowed:
            self._swallowed.append(" ")
        pieces = resolve(self._pieces, self._source.collection)
        bookmarks, self._bookmarks = tuple(self._bookmarks), []
        self._note_looks()
        return pieces, self._beside, bookmarks, self._sequence

    def equation(self, element: Element) -> list[Piece]:
        """Give an equation as text, and note it."""
        written = equations.pieces(element)
        text = "".join(piece.text for piece in written)
        if text.strip():
            self._source.findings.add(
                "equation",
                Outcome.CONVERTED,
                _("The equation was written out as text; please check it."),
                text,
            )
        return written

    def bookmark(self, element: Element) -> None:
        """Remember a bookmark that begins here; Zotero may keep a citation by it."""
        name = element.get("w.name", "")
        code = self._source.bookmarked.get(name)
        if code and fields.kind(f"ADDIN {code}") == "citation":
            self._zotero[element.get("w.id", "")] = self._base.citation
            works = citations.of_field(f"ADDIN {code}", (), {})
            key = self._source.collection.cite("Zotero", works, "", code)
            self._base = replace(self._base, citation=key)
        elif name and not name.startswith("_GoBack"):
            self._bookmarks.append(name)

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

    def unfinished(self) -> Paragraph | None:
        """Give the text that a field which never ended would have swallowed."""
        rest = "".join(self._swallowed)
        waiting = any(not field.shows for field in self._fields)
        return Paragraph([Piece(rest)]) if waiting and rest.strip() else None

    def _content(self, element: Element) -> None:
        for child in chosen(element):
            match child.tag:
                case "w.r":
                    self._run(child)
                case "w.hyperlink":
                    with self._linked(self._address(child)):
                        self._content(child)
                case "w.ins" | "w.moveTo":
                    self.note_insertion(child)
                    self._content(child)
                case "w.del" | "w.moveFrom":
                    self.note_deletion(child)
                case "w.sdt":
                    with self.inside(child):
                        content = child.find("w.sdtContent")
                        if content is not None:
                            self._content(content)
                case "w.dir" | "w.bdo":
                    with self._directed(child.get("w.val", "")):
                        self._content(child)
                case "w.fldSimple":
                    self._simple_field(child)
                case "m.oMath" | "m.oMathPara":
                    for piece in self.equation(child):
                        self._emit(piece.text, position=piece.position)
                case "w.bookmarkStart":
                    self.bookmark(child)
                case "w.bookmarkEnd":
                    self._end_bookmark(child)
                case "w.customXml" | "w.smartTag":
                    self._content(child)

    def _run(self, run: Element) -> None:
        properties = run.find("w.rPr")
        before = self._now
        self._now = self._looks(properties)
        if is_on(properties, "w.strike") or is_on(properties, "w.dstrike"):
            self._struck.append("".join(each.text or "" for each in run.iter("w.t")))
        for name in _NO_SUCH_LOOKS:
            if value(properties, f"w.{name}") not in ("", "none"):
                self._source.looks[name] += 1
        own_mark = False
        for child in chosen(run):
            match child.tag:
                case "w.t" if not own_mark:
                    self._emit(_GAP.sub(" ", child.text or ""))
                case "w.tab" | "w.ptab" | "w.br" | "w.cr" | "w.noBreakHyphen":
                    self._emit(_SIGNS[child.tag])
                case "w.sym":
                    self._symbol(child)
                case "w.fldChar":
                    self._field_sign(child)
                case "w.instrText" if self._fields:
                    self._fields[-1].code.append(child.text or "")
                case "w.footnoteReference" | "w.endnoteReference":
                    self._note_mark(child)
                    own_mark = child.get("w.customMarkFollows", "0") in ("1", "true")
                case "w.drawing" | "w.pict" | "w.object":
                    self._beside += self._drawings.read(child)
                case "w.ruby":
                    self._ruby(child)
                case tag if tag.startswith("m.") or tag in _TRANSPARENT:
                    wrapped = Element("w.p")
                    wrapped.append(child)
                    self._content(wrapped)
        self._now = before

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

    def _field_sign(self, sign: Element) -> None:
        match sign.get("w.fldCharType"):
            case "begin":
                data = [sign.findtext("w.fldData") or ""]
                if self._fields and not self._fields[-1].shows:
                    self._fields[-1].data += data
                box = sign.find("w.ffData/w.checkBox")
                if box is not None:
                    checked = is_on(box, "w.checked")
                    on = is_on(box, "w.default") if checked is None else checked
                    self._emit("☒" if on else "☐")
                self._fields.append(Field(data=data))
            case "separate" if self._fields and not self._fields[-1].shows:
                self._show(self._fields[-1])
            case "end" if self._fields:
                self._end_field()
                if not any(not field.shows for field in self._fields):
                    self._swallowed.clear()

    def _simple_field(self, element: Element) -> None:
        field = Field(
            code=[element.get("w.instr", "")],
            data=[element.findtext("w.fldData") or ""],
        )
        self._fields.append(field)
        self._show(field)
        self._content(element)
        self._end_field()

    def _end_field(self) -> None:
        field = self._fields[-1]
        if not field.shows:
            self._show(field)
        if not field.has_shown:
            self._without_result(field)
        self._fields.pop()

    def _show(self, field: Field) -> None:
        """Settle what a field means; what follows is what it shows."""
        field.shows = True
        code = field.instruction
        field.kind = fields.kind(code)
        match field.kind:
            case "citation":
                if any(each.citation for each in self._fields) or self._base.citation:
                    return
                works = citations.of_field(code, field.data, self._source.works)
                raw = code if not any(field.data) else code + "".join(field.data)
                field.citation = self._source.collection.cite(
                    fields.tool(code), works, "", raw
                )
            case "bibliography":
                field.origin = BIBLIOGRAPHY
            case "HYPERLINK":
                field.link = self._target(fields.target(code))
            case "REF" if "\\h" in code:
                field.link = fields.target(code)
            case "SEQ":
                self._sequence = fields.sequence(code)
            case name if name in _TOC:
                field.origin = CONTENTS

    def _without_result(self, field: Field) -> None:
        """Show something for a field that shows nothing by itself."""
        if field.citation:
            self._emit("[?]")
        elif field.kind == "MACROBUTTON":
            self._emit(" ".join(field.instruction.split()[2:]))

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

    def _ruby(self, ruby: Element) -> None:
        for path, before, after in (("w.rubyBase", "", ""), ("w.rt", " (", ")")):
            part = ruby.find(path)
            if part is not None:
                self._emit(before)
                self._content(part)
                self._emit(after)

    def _end_bookmark(self, element: Element) -> None:
        id = element.get("w.id", "")
        if id in self._zotero:
            self._base = replace(self._base, citation=self._zotero.pop(id))

    def _address(self, link: Element) -> str:
        relation = self._relations.get(link.get("r.id", ""))
        fragment = link.get("w.anchor", "")
        if relation is None:
            return f"#{fragment}" if fragment else ""
        target = relation.target
        if fragment and "#" not in target:
            target = f"{target}#{fragment}"
        return self._target(target)

    def _target(self, target: str) -> str:
        """Give where a link may lead; what cannot be kept is noted."""
        kept = addresses.kept(target)
        if target.strip("# ") and not kept:
            self._source.findings.add(
                "link",
                Outcome.LOST,
                _("The link leads nowhere on the web; its text was kept."),
                target,
            )
        return kept

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
