"""Pieces of text as the rich text that an article's editor allows."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from itertools import groupby

from importing.word.nodes import Paragraph, Piece

# Keeps a run from right to left together, whatever stands around it.
_ISOLATE, _END = "\u2067", "\u2069"
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TAGS = (("bold", "b"), ("italic", "i"))


def inline(pieces: Iterable[Piece]) -> str:
    """Give pieces as HTML without a paragraph around them."""
    joined = _joined(pieces)
    return "".join(
        _anchored("".join(map(_piece, group)), target)
        for target, group in groupby(joined, key=_target)
    )


def paragraph(source: Paragraph) -> str:
    """Give the HTML of a paragraph without its tag, "" if there is nothing to read."""
    html = inline(trimmed(source.pieces))
    if html and source.right_to_left and _RIGHT_TO_LEFT.search(html):
        return f"{_ISOLATE}{html}{_END}"
    return html


def trimmed(pieces: Iterable[Piece]) -> list[Piece]:
    """Give pieces without white space at both ends."""
    kept = list(pieces)
    while kept and not kept[0].text.strip():
        del kept[0]
    while kept and not kept[-1].text.strip():
        del kept[-1]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if joined and joined[-1].looks_like(piece):
            joined[-1] = replace(joined[-1], text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined


def _target(piece: Piece) -> tuple[int, str, str]:
    if piece.citation:
        return 0, piece.citation, ""
    return piece.note, "", piece.link


def _piece(piece: Piece) -> str:
    text = piece.text
    if piece.right_to_left and _RIGHT_TO_LEFT.search(text):
        text = f"{_ISOLATE}{text}{_END}"
    html = escape(text, quote=False).replace("\n", "<br/>")
    if piece.note:
        return f"<sup>{html}</sup>"
    if not text.strip():
        return html
    if piece.position:
        html = f"<{piece.position}>{html}</{piece.position}>"
    for name, tag in reversed(_TAGS):
        if getattr(piece, name):
            html = f"<{tag}>{html}</{tag}>"
    return html


def _anchored(html: str, target: tuple[int, str, str]) -> str:
    note, citation, link = target
    if note:
        return f'<a href="#note-{note}">{html}</a>'
    if citation:
        return f'<a linktype="citation" data-key="{escape(citation)}">{html}</a>'
    if link and html.strip():
        return f'<a href="{escape(link)}">{html}</a>'
    return html
