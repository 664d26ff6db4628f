"""Marks that reference managers leave in Google Docs: links without a record.

The links lead to the manager's own pages, which are of no use to a reader: those in a
list of references go, those in the text become citations of which only the text is
known.
"""

from dataclasses import replace
from itertools import groupby

from importing.word import addresses
from importing.word.citations.works import Collection
from importing.word.nodes import Piece

_SHORTEST_LINE = 40


def resolve(pieces: list[Piece], collection: Collection) -> list[Piece]:
    """Give a paragraph's pieces with citations in the place of such links."""
    if not any(addresses.service(piece.link) for piece in pieces):
        return pieces
    if _is_listed(pieces):
        return [replace(piece, link="") for piece in pieces]
    resolved: list[Piece] = []
    for link, group in groupby(pieces, key=lambda piece: piece.link):
        marked = list(group)
        tool = addresses.service(link)
        if tool:
            text = "".join(piece.text for piece in marked)
            key = collection.cite(f"{tool} (Google Docs)", [], text, link)
            marked = [replace(piece, link="", citation=key) for piece in marked]
        resolved += marked
    return resolved


def _is_listed(pieces: list[Piece]) -> bool:
    """Tell an entry of the list of references: all of it is such a link, and long."""
    shown = [piece for piece in pieces if piece.text.strip(" .\t0123456789[]()")]
    return (
        all(addresses.service(piece.link) for piece in shown)
        and sum(len(piece.text) for piece in shown) >= _SHORTEST_LINE
    )
