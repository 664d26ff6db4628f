"""Reading what stands in a paragraph: runs, links, fields, changes, marks of notes."""

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word import citations, equations, fields
from importing.word.elements import chosen, is_on, value
from importing.word.fields import Field
from importing.word.google_docs import resolve
from importing.word.nodes import Node, Piece
from importing.word.open_fields import OpenFields

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


class Running(OpenFields):
    """Reads the paragraphs of one part; fields may stay open from one to the next."""

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

    def _simple_field(self, element: Element) -> None:
        field = Field(
            code=[element.get("w.instr", "")],
            data=[element.findtext("w.fldData") or ""],
        )
        self._fields.append(field)
        self._show(field)
        self._content(element)
        self._end_field()

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
