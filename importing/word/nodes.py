"""What a Word file's text consists of, between its XML and an article's blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from importing.word.numbering import ListItem
from importing.word.styles import PLAIN, Style

BIBLIOGRAPHY = "bibliography"
CONTENTS = "contents"


@dataclass(frozen=True)
class Piece:
    """A stretch of text of one look, one target and one origin.

    `position` is "sup", "sub" or ""; `link` an address, or "#" and a bookmark;
    `citation` a citation's key; `note` the number of the note that it is the mark of;
    `origin` is BIBLIOGRAPHY or CONTENTS for what a program had put there.
    """

    text: str
    bold: bool = False
    italic: bool = False
    position: str = ""
    right_to_left: bool = False
    link: str = ""
    citation: str = ""
    note: int = 0
    origin: str = ""

    def looks_like(self, other: "Piece") -> bool:
        """Tell whether two pieces can be one."""
        return not self.note and replace(other, text=self.text) == self


@dataclass
class Paragraph:
    """A paragraph: its pieces and what it is.

    `sequence` is what a number in it counts ("Table"); `id` is that of the heading's
    block, if something links to it; `goes_on` that the next is part of the same.
    """

    pieces: list[Piece] = field(default_factory=list)
    style: Style = PLAIN
    level: int = 0
    item: ListItem | None = None
    bookmarks: tuple[str, ...] = ()
    sequence: str = ""
    right_to_left: bool = False
    indented: bool = False
    id: str = ""
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The words, without what they look like and without marks of notes."""
        return _words(piece for piece in self.pieces if not piece.note)

    @property
    def heading(self) -> str:
        """The words for where neither notes nor citations can stand."""
        return _words(
            piece for piece in self.pieces if not (piece.note or piece.citation)
        )

    @property
    def is_bold(self) -> bool:
        """Whether all that can be read is in bold."""
        shown = [piece for piece in self.pieces if piece.text.strip()]
        return bool(shown) and all(piece.bold for piece in shown)

    def is_from(self, origin: str) -> bool:
        """Tell whether all that can be read has this origin."""
        shown = [piece for piece in self.pieces if piece.text.strip()]
        return bool(shown) and all(piece.origin == origin for piece in shown)


@dataclass
class PictureNode:
    """A picture, by its name in the draft, with the paragraphs of its caption."""

    name: str
    caption: list[Paragraph] = field(default_factory=list)


@dataclass
class Cell:
    """A cell of a table, where it begins and how many rows and columns it takes."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    nodes: list["Node"] = field(default_factory=list)


@dataclass
class Table:
    """A table: its cells, the number of its rows of headings, its caption."""

    cells: list[Cell] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    header_rows: int = 0
    caption: list[Paragraph] = field(default_factory=list)


@dataclass
class Box:
    """What stands in a box of its own beside the text."""

    nodes: list["Node"] = field(default_factory=list)


Node = Paragraph | PictureNode | Table | Box


def _words(pieces: Iterable[Piece]) -> str:
    return " ".join("".join(piece.text for piece in pieces).split())


def paragraphs(nodes: Iterable[Node]) -> Iterator[Paragraph]:
    """Give all paragraphs, those in tables and boxes too, in their order."""
    for node in nodes:
        match node:
            case Paragraph():
                yield node
            case PictureNode():
                yield from node.caption
            case Table():
                yield from node.caption
                for cell in node.cells:
                    yield from paragraphs(cell.nodes)
            case Box():
                yield from paragraphs(node.nodes)
