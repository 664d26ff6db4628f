"""From nodes to the blocks of an article."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_noop as _

from importing.draft import Block, Outcome
from importing.word import lists, markup, tabulating
from importing.word.findings import Findings
from importing.word.lists import Entry
from importing.word.nodes import (
    Box,
    Node,
    Paragraph,
    PictureNode,
    Piece,
    Table,
    paragraphs,
)
from importing.word.numbering import ListItem

LONGEST_HEADING = 200
_TYPED = "typed"
_BULLETS = tuple("•●▪◦‣·∙○■□➢")


class Assembler:
    """Collects blocks: what belongs together, as a list or a quotation, is one."""

    def __init__(self, findings: Findings, levels: dict[int, str]):
        self._findings = findings
        self._levels = levels
        self._text: list[str] = []
        self._entries: list[Entry] = []
        self._quoted: list[str] = []
        self.blocks: list[Block] = []

    def add(self, nodes: list[Node]) -> None:
        """Add nodes in their order."""
        for node in nodes:
            match node:
                case Paragraph():
                    self._paragraph(node)
                case PictureNode():
                    self._flush()
                    self.blocks.append(_picture(node))
                case Table():
                    self._table(node)
                case Box():
                    self._box(node)

    def finish(self) -> list[Block]:
        """Give all blocks."""
        self._flush()
        return self.blocks

    def _paragraph(self, paragraph: Paragraph) -> None:
        html = markup.paragraph(paragraph)
        if not html:
            return
        if paragraph.level and 0 < len(paragraph.heading) <= LONGEST_HEADING:
            self._flush()
            self._heading(paragraph)
        elif paragraph.item is not None:
            self._flush_quotation()
            self._item(paragraph.item, html)
        elif self._entries and self._continues(paragraph):
            self._entries[-1].html += f"<br/>{html}"
        elif paragraph.style.kind == "quote":
            self._flush_text()
            self._quoted.append(f"<p>{html}</p>")
        elif paragraph.text.startswith(_BULLETS) and paragraph.text[1:].strip():
            self._flush_quotation()
            self._typed_bullet(paragraph)
        else:
            self._flush_quotation()
            self._flush_list()
            if paragraph.level and paragraph.heading:
                self._findings.add(
                    "heading",
                    Outcome.CHANGED,
                    _("The heading is as long as a paragraph, so it became one."),
                    paragraph.text,
                )
                html = f"<b>{html}</b>"
            self._text.append(f"<p>{html}</p>")

    def _item(self, item: ListItem, html: str) -> None:
        if item.format == "blank" and self._entries:
            self._entries[-1].html += f"<br/>{html}"
            return
        html = f"{item.sign} {html}" if item.sign else html
        self._entries.append(
            Entry(item.level, item.ordered, item.number, html, item.list_id)
        )

    def _continues(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph belongs to the item of the list before it."""
        kind = paragraph.style.kind
        return kind == "continued" or (kind == "listed" and paragraph.indented)

    def _heading(self, paragraph: Paragraph) -> None:
        level = self._levels.get(paragraph.level, "h3")
        value = {"level": level, "text": paragraph.heading}
        self.blocks.append(Block("heading", value, paragraph.id))
        below = sorted(each for each in self._levels if self._levels[each] == "h3")
        if below and paragraph.level > below[0]:
            self._findings.add(
                "heading",
                Outcome.CHANGED,
                _("Articles have two levels of headings; this one was deeper."),
                paragraph.text,
            )
        else:
            self._findings.add(
                "heading", Outcome.FOUND, _("The heading was kept."), paragraph.text
            )
        self.keep_marks(paragraph)

    def keep_marks(self, paragraph: Paragraph) -> None:
        """Keep the notes and citations of a heading, which holds words alone."""
        marks = [each for each in paragraph.pieces if each.note or each.citation]
        if marks:
            self._text.append(f"<p>{markup.inline(_apart(marks))}</p>")
            self._findings.add(
                "heading mark",
                Outcome.CHANGED,
                _("Headings hold words alone; their notes and sources stand below."),
                paragraph.text,
            )

    def _typed_bullet(self, paragraph: Paragraph) -> None:
        first, *rest = markup.trimmed(paragraph.pieces)
        pieces = markup.trimmed([replace(first, text=first.text[1:]), *rest])
        html = markup.inline(pieces)
        if not (self._entries and self._entries[-1].list_id == _TYPED):
            self._flush_list()
            self._findings.add(
                "list",
                Outcome.CONVERTED,
                _("Lines that begin with a typed bullet became a list."),
                paragraph.text,
            )
        self._entries.append(Entry(0, False, 1, html, _TYPED))

    def _table(self, table: Table) -> None:
        self._flush()
        if len(table.cells) == 1:
            self._findings.add(
                "table",
                Outcome.CONVERTED,
                _("A table of a single cell became plain text."),
                " ".join(each.text for each in paragraphs(table.cells[0].nodes)),
            )
            self.add([*table.caption, *table.cells[0].nodes])
            return
        if not any(cell.nodes for cell in table.cells):
            return
        value, beside = tabulating.table(table, self._findings)
        self.blocks.append(Block("table", value))
        self.add(beside)

    def _box(self, box: Box) -> None:
        text = " ".join(each.text for each in paragraphs(box.nodes))
        self._findings.add(
            "text box",
            Outcome.CONVERTED,
            _("The text of a box stands as a note of its own, where the box was."),
            text,
        )
        self._flush()
        inner = Assembler(self._findings, {})
        inner.add([replace_heading(node) for node in box.nodes])
        for block in inner.finish():
            if block.type == "paragraph":
                value = {"kind": "note", "title": "", "text": block.value}
                self.blocks.append(Block("callout", value))
            else:
                self.blocks.append(block)

    def _flush(self) -> None:
        self._flush_quotation()
        self._flush_text()

    def _flush_text(self) -> None:
        self._flush_list()
        if self._text:
            self.blocks.append(Block("paragraph", "".join(self._text)))
            self._text = []

    def _flush_list(self) -> None:
        for first, html in lists.nested(self._entries):
            self._text.append(html)
            if first.list_id != _TYPED:
                self._note_list(first)
        self._entries = []

    def _note_list(self, first: Entry) -> None:
        if first.ordered and first.number != 1:
            self._findings.add(
                "list",
                Outcome.CHANGED,
                _("The list goes on from %(number)s; its numbers should be checked."),
                first.html,
                number=first.number,
            )
        else:
            self._findings.add(
                "list", Outcome.FOUND, _("The list was kept."), first.html
            )

    def _flush_quotation(self) -> None:
        if self._quoted:
            self._flush_text()
            value = {"text": "".join(self._quoted), "attribution": ""}
            self.blocks.append(Block("quotation", value))
            self._findings.add(
                "quotation",
                Outcome.FOUND,
                _("The quotation was kept; whose words they are can be added."),
                self._quoted[0],
            )
            self._quoted = []


def rich_text(nodes: list[Node], findings: Findings) -> tuple[str, list[Block]]:
    """Give nodes as one rich text, and the blocks that can be no part of it."""
    inner = Assembler(findings, {})
    inner.add([replace_heading(node) for node in nodes])
    texts, apart = [], []
    for block in inner.finish():
        match block.type:
            case "paragraph":
                texts.append(block.value)
            case "quotation" | "callout":
                texts.append(block.value["text"])
            case _other:
                apart.append(block)
    return "".join(texts), apart


def replace_heading(node: Node) -> Node:
    """Give a heading as a paragraph in bold, for where there can be no headings."""
    if not isinstance(node, Paragraph) or not node.level:
        return node
    return replace(
        node, level=0, pieces=[replace(each, bold=True) for each in node.pieces]
    )


def _picture(node: PictureNode) -> Block:
    caption = " ".join(filter(None, map(markup.paragraph, node.caption)))
    value: dict[str, Any] = {
        "image": node.name,
        "caption": f"<p>{caption}</p>" if caption else "",
    }
    return Block("image", value)


def _apart(marks: list[Piece]) -> list[Piece]:
    """Put a space between marks."""
    return [each for mark in marks for each in (mark, Piece(" "))][:-1]
