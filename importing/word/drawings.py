"""What is drawn: pictures, boxes with text, charts, lettering."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word.elements import chosen
from importing.word.nodes import Box, Node, Paragraph, PictureNode, Piece
from importing.word.source import Source

_DESCRIBED = ("wp.docPr", "pic.cNvPr", "v.shape", "v.rect")


class Drawings:
    """Reads the drawings of one part; `boxed` reads the text in a box."""

    def __init__(
        self, source: Source, part: str, boxed: Callable[[Element], list[Node]]
    ):
        self._source = source
        self._part = part
        self._boxed = boxed

    def read(self, drawing: Element) -> list[Node]:
        """Give the pictures and texts of a drawing, in their order."""
        found: list[Node] = []
        alt, decorative = "", False
        for each in _parts(drawing):
            match each.tag:
                case "wp.docPr" | "pic.cNvPr" | "v.shape" | "v.rect":
                    alt = _description(each) or alt
                case "adec.decorative":
                    decorative = each.get("val", "0") in {"1", "true"}
                case "a.blip":
                    found += self._picture(each, "r.embed", "" if decorative else alt)
                case "v.imagedata":
                    alt = alt or each.get("o.title", "")
                    found += self._picture(each, "r.id", "" if decorative else alt)
                case "w.txbxContent":
                    found += self._box(each)
                case "v.textpath":
                    if text := each.get("string", "").strip():
                        found.append(Paragraph([Piece(text)]))
                case "c.chart":
                    self._lost(_("Charts cannot be kept; a picture of it could."), alt)
                case "dgm.relIds":
                    found += self._diagram(each, alt)
        return found

    def _picture(self, image: Element, attribute: str, alt: str) -> list[Node]:
        package = self._source.package
        relations = package.relations(self._part)
        relation = relations.get(image.get(attribute, ""))
        if relation is None or relation.external:
            linked = relation or relations.get(image.get("r.link", ""))
            if linked is not None or image.get(attribute):
                self._lost(
                    _(
                        "The picture is not in the file but elsewhere, and was not"
                        " fetched."
                    ),
                    linked.target if linked is not None else alt,
                )
            return []
        data = package.read(relation.target)
        if data is None:
            self._lost(_("The picture is missing in the file."), relation.target)
            return []
        name = self._source.pictures.add(data, alt, relation.target)
        return [PictureNode(name)] if name else []

    def _box(self, element: Element) -> list[Node]:
        nodes = self._boxed(element)
        shown = [
            node for node in nodes if not isinstance(node, Paragraph) or node.pieces
        ]
        return [Box(shown)] if shown else []

    def _diagram(self, element: Element, alt: str) -> list[Node]:
        """Give the words of a diagram, one paragraph for each of its shapes."""
        relation = self._source.package.relations(self._part).get(
            element.get("r.dm", "")
        )
        root = None if relation is None else self._source.package.xml(relation.target)
        texts = [
            "".join(part.text or "" for part in point.iter("a.t")).strip()
            for point in (() if root is None else root.iter("dgm.pt"))
        ]
        self._source.findings.add(
            "diagram",
            Outcome.CHANGED if any(texts) else Outcome.LOST,
            _("Of the diagram, its words were kept; a picture could keep its look."),
            alt,
        )
        words: list[Node] = [Paragraph([Piece(text)]) for text in texts if text]
        return [Box(words)] if words else []

    def _lost(self, reason: str, excerpt: str) -> None:
        self._source.pictures.lose(reason, excerpt)


def _parts(element: Element) -> Iterator[Element]:
    """Give a drawing's elements, not those in the text of its boxes."""
    for child in chosen(element):
        yield child
        if child.tag != "w.txbxContent":
            yield from _parts(child)


def _description(element: Element) -> str:
    text = (
        element.get("descr") or element.get("alt") or element.get("title") or ""
    ).strip()
    return " ".join(text.split())
