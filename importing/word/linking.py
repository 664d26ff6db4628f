"""Links inside a manuscript, which lead to its headings, and links out of it."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, groupby
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import gettext_noop as _

from blog.contents import anchor
from importing.draft import Outcome
from importing.word.findings import Findings
from importing.word.nodes import Node, Paragraph, Piece, paragraphs


def settle_links(
    nodes: list[Node], noted: Iterable[list[Node]], findings: Findings
) -> None:
    """Point links at the headings that their bookmarks stand in, and note all links.

    A heading that is linked to gets an id, which is the same at every reading. A link
    to what is no heading becomes its text.
    """
    every = list(paragraphs(chain(nodes, *noted)))
    headings = {
        f"#{name}": each for each in every if each.level for name in each.bookmarks
    }
    for number, each in enumerate(every):
        each.pieces = [
            _settled(piece, headings, number) if piece.link.startswith("#") else piece
            for piece in each.pieces
        ]
    for each in every:
        _note(each, findings)


def _settled(piece: Piece, headings: dict[str, Paragraph], number: int) -> Piece:
    heading = headings.get(piece.link)
    if heading is None:
        return replace(piece, link="")
    if not heading.id:
        heading.id = str(uuid5(NAMESPACE_URL, f"{number} {piece.link} {heading.text}"))
    return replace(piece, link=f"#{anchor(heading.id)}")


def _note(paragraph: Paragraph, findings: Findings) -> None:
    for link, group in groupby(paragraph.pieces, key=lambda piece: piece.link):
        text = "".join(piece.text for piece in group if not piece.citation)
        if link and text.strip():
            findings.add(
                "link", Outcome.FOUND, _("The link was kept."), f"{text} ({link})"
            )
