"""Reading the elements of a text as paragraphs, tables and pictures."""

import re
from dataclasses import dataclass, replace

from bs4 import NavigableString, Tag
from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.html import pictures as picturing
from importing.html import tables
from importing.html.lists import PastedLists
from importing.html.looks import Look, is_hidden
from importing.html.notes import Notes
from importing.html.places import Place, placed
from importing.html.tree import HEADINGS, number_of, text_of
from importing.word import google_docs
from importing.word.citations.works import Collection
from importing.word.findings import Findings
from importing.word.nodes import Node, Paragraph, PictureNode, Piece
from importing.word.numbering import ListItem
from importing.word.pictures import Pictures
from importing.word.styles import Style

_BLOCKS = {
    *HEADINGS,
    *("address", "article", "aside", "blockquote", "center", "dd", "details", "div"),
    *(
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hr",
        "li",
        "main",
        "nav",
    ),
    *("ol", "p", "pre", "section", "summary", "table", "ul"),
}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CONTINUED = Style(kind="continued")
_ARROWS = re.compile(r"[\^↑↩⏎\ufe0e\ufe0f]{1,3}")


@dataclass(frozen=True)
class Source:
    """What is gathered while a text is read, beside its nodes."""

    findings: Findings
    pictures: Pictures
    collection: Collection
    notes: Notes
    lists: PastedLists


class Story:
    """Reads one run of text: the body, a note, a cell."""

    def __init__(self, source: Source):
        self._source = source
        self._pieces: list[Piece] = []
        self._place = Place()
        self._depth = 0
        self._lists = 0
        self._begun: dict[int, ListItem] = {}
        self._found: list[Node] = []

    def read(self, element: Tag) -> list[Node]:
        """Give everything that an element holds."""
        self._children(element, Look())
        self._end()
        return self._found

    def _children(self, element: Tag, look: Look) -> None:
        for child in list(element.children):
            if isinstance(child, Tag):
                self._element(child, look)
            elif type(child) is NavigableString:
                self._text(str(child), look)

    def _text(self, text: str, look: Look) -> None:
        if not look.preformatted:
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and self._ends_in_space():
                text = text[1:]
        if text:
            self._pieces.append(
                Piece(
                    text,
                    bold=look.bold,
                    italic=look.italic,
                    position=look.position,
                    right_to_left=look.right_to_left,
                    link=look.link,
                )
            )

    def _ends_in_space(self) -> bool:
        return not self._pieces or self._pieces[-1].text.endswith((" ", "\n"))

    def _element(self, element: Tag, look: Look) -> None:
        if is_hidden(element) or _leads_back(element):
            return
        if number := self._source.notes.number(element):
            self._pieces.append(Piece(str(number), note=number))
        elif element.name in _BLOCKS:
            self._end()
            self._block(element, look)
            self._end()
        else:
            self._inline(element, look)

    def _inline(self, element: Tag, look: Look) -> None:
        match element.name:
            case "br":
                self._pieces.append(Piece("\n"))
            case "img":
                self._picture(element)
            case "del":
                self._deleted(element)
            case "iframe" | "video" | "audio":
                self._embedded(element)
            case _other:
                self._children(element, look.inside(element))

    def _picture(self, element: Tag) -> None:
        if name := picturing.keep(element, self._source.pictures):
            self._end()
            self._found.append(PictureNode(name))

    def _deleted(self, element: Tag) -> None:
        self._source.findings.add(
            "deletion",
            Outcome.CHANGED,
            _("It is marked as deleted; it was left out."),
            element.get_text(" "),
        )

    def _embedded(self, element: Tag) -> None:
        self._source.findings.add(
            "embedded page",
            Outcome.LOST,
            _("Another page was shown here inside the text; a video can be added."),
            " ".join(text_of(element, name) for name in ("title", "src")),
        )

    def _block(self, element: Tag, look: Look) -> None:
        # Of a block, the direction is that of its paragraphs.
        inner = replace(look.inside(element), right_to_left=look.right_to_left)
        match element.name:
            case "table":
                self._found.append(tables.read(element, self._apart))
            case "ul" | "ol":
                self._list(element, inner)
            case "hr":
                return
            case "figure":
                self._figure(element, inner)
            case _other:
                before = self._place
                self._place = placed(element, self._place, self._source.lists)
                self._children(
                    element, replace(inner, bold=False) if self._place.level else inner
                )
                self._end()
                self._place = before

    def _apart(self, element: Tag) -> list[Node]:
        return Story(self._source).read(element)

    def _list(self, element: Tag, look: Look) -> None:
        self._lists += 1
        list_id = f"html {id(self)} {self._lists}"
        ordered = element.name == "ol"
        number = number_of(element, "start", 1)
        before = self._place
        for child in list(element.children):
            if not isinstance(child, Tag):
                continue
            if child.name != "li":
                # Some programs put a nested list beside the items, not into one.
                self._depth += 1
                self._element(child, look)
                self._depth -= 1
                continue
            number = number_of(child, "value", number)
            item = ListItem(list_id, self._depth, ordered, number)
            self._place = replace(before, item=item, level=0)
            self._depth += 1
            self._children(child, look.inside(child))
            self._end()
            self._depth -= 1
            number += 1
        self._place = before

    def _figure(self, element: Tag, look: Look) -> None:
        """Read a figure: its caption belongs to the picture or table inside."""
        first = len(self._found)
        self._children(element, look)
        self._end()
        inside = self._found[first:]
        captions = [
            node
            for node in inside
            if isinstance(node, Paragraph) and node.style.kind == "caption"
        ]
        for node in inside:
            if (
                captions
                and not isinstance(node, Paragraph)
                and hasattr(node, "caption")
            ):
                node.caption += captions
                self._found[first:] = [
                    each for each in inside if not any(each is c for c in captions)
                ]
                return

    def _end(self) -> None:
        """End the paragraph, and go on with the next at the same place."""
        pieces, self._pieces = self._pieces, []
        if not any(piece.text.strip() for piece in pieces):
            return
        pieces = google_docs.resolve(pieces, self._source.collection)
        place = self._place
        if (item := place.item) is not None:
            # Only the first paragraph of an item has its sign; the others go on.
            if id(item) in self._begun:
                place = replace(place, item=None, style=_CONTINUED)
            self._begun[id(item)] = item
        self._found.append(
            Paragraph(
                pieces=pieces,
                style=place.style,
                level=place.level,
                item=place.item,
                bookmarks=place.bookmarks,
                right_to_left=place.right_to_left,
            )
        )


def _leads_back(element: Tag) -> bool:
    """Tell a link that is an arrow back into the text, which a page makes anew."""
    return (
        element.name == "a"
        and text_of(element, "href").startswith("#")
        and bool(_ARROWS.fullmatch(element.get_text().strip()))
    )
