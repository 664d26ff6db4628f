"""Reading one run of text: the body, a note, what stands in a box."""

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word import tables
from importing.word.drawings import Drawings
from importing.word.elements import chosen, is_on, value, whole_number
from importing.word.nodes import (
    BIBLIOGRAPHY,
    CONTENTS,
    Node,
    Paragraph,
)
from importing.word.numbering import ListItem
from importing.word.running import Running
from importing.word.source import Source, control_kind
from importing.word.styles import Style, outline_level

_TRANSPARENT = {"w.customXml", "w.smartTag", "w.sdtContent", "w.dir", "w.bdo"}
_INDENTED = 200


class Story:
    """Reads the paragraphs, tables and boxes of one part, in their order."""

    def __init__(self, source: Source, part: str):
        self.source = source
        self._part = part
        self._running = Running(source, part, Drawings(source, part, self._boxed))

    def read(self, element: Element) -> list[Node]:
        """Give everything that an element holds."""
        found = self._nodes(element)
        if rest := self._running.unfinished():
            self.source.findings.add(
                "field",
                Outcome.CHANGED,
                _("A field has no end; its text stands behind the rest."),
                rest.text,
            )
            found.append(rest)
        return found

    def _boxed(self, element: Element) -> list[Node]:
        return Story(self.source, self._part).read(element)

    def _nodes(self, element: Element) -> list[Node]:
        found: list[Node] = []
        for child in chosen(element):
            match child.tag:
                case "w.p":
                    self._paragraph(child, found)
                case "w.tbl":
                    found.append(tables.read(child, self._nodes, self.source.findings))
                case "w.sdt":
                    with self._controlled(child) as content:
                        found += self._nodes(content)
                case "w.ins" | "w.moveTo":
                    self._running.note_insertion(child)
                    found += self._nodes(child)
                case "w.del" | "w.moveFrom":
                    self._running.note_deletion(child)
                case "m.oMathPara" | "m.oMath":
                    found.append(Paragraph(self._running.equation(child)))
                case "w.bookmarkStart":
                    self._running.bookmark(child)
                case "w.altChunk":
                    self.source.findings.add(
                        "embedded file",
                        Outcome.LOST,
                        _("A whole file is embedded here; its text is not part of it."),
                    )
                case tag if tag in _TRANSPARENT:
                    found += self._nodes(child)
        return found

    @contextmanager
    def _controlled(self, control: Element) -> Iterator[Element]:
        kind = control_kind(control)
        content = control.find("w.sdtContent")
        origin = ""
        if kind == "bibliography" or kind.upper().startswith("MENDELEY_BIBLIOGRAPHY"):
            origin = BIBLIOGRAPHY
        elif kind.casefold().startswith("table of "):
            origin = CONTENTS
        with self._running.inside(control, origin):
            yield content if content is not None else Element("w.sdtContent")

    def _paragraph(self, element: Element, found: list[Node]) -> None:
        properties = element.find("w.pPr")
        style = self.source.styles.get(value(properties, "w.pStyle"))
        pieces, beside, bookmarks, sequence = self._running.paragraph(element)
        runs_on = goes_on(properties)
        level = style.level
        if value(properties, "w.outlineLvl"):
            level = outline_level(properties)
        paragraph = Paragraph(
            pieces=pieces,
            style=style,
            level=level,
            bookmarks=bookmarks,
            sequence=sequence,
            right_to_left=bool(is_on(properties, "w.bidi")),
            indented=_is_indented(properties),
            goes_on=runs_on,
        )
        if not (runs_on or level):
            paragraph.item = self._item(properties, style)
        before = found[-1] if found else None
        if isinstance(before, Paragraph) and before.goes_on:
            paragraph.pieces = before.pieces + pieces
            paragraph.bookmarks = before.bookmarks + bookmarks
            found.pop()
        if paragraph.pieces or not beside:
            found.append(paragraph)
        found += beside

    def _item(self, properties: Element | None, style: Style) -> ListItem | None:
        """Find the list that a paragraph belongs to by itself or by its style."""
        direct = None if properties is None else properties.find("w.numPr")
        list_id, level = style.list_id, style.list_level
        if direct is not None:
            list_id = value(direct, "w.numId") or list_id
            level = whole_number(value(direct, "w.ilvl"), level)
        if list_id:
            return self.source.numbering.item(list_id, level)
        return self.source.numbering.styled(style.kind)


def goes_on(properties: Element | None) -> bool:
    """Tell whether a paragraph runs into the next: a drop cap, or its mark is gone."""
    if properties is None:
        return False
    if value(properties, "w.framePr", "w.dropCap") not in ("", "none"):
        return True
    mark = properties.find("w.rPr")
    return mark is not None and (
        mark.find("w.del") is not None or mark.find("w.moveFrom") is not None
    )


def _is_indented(properties: Element | None) -> bool:
    left = value(properties, "w.ind", "w.left") or value(properties, "w.ind", "w.start")
    return whole_number(left) >= _INDENTED
