"""Bringing captions to the tables and pictures that they stand beside."""

import re

from importing.word.nodes import Box, Node, Paragraph, PictureNode, Table, paragraphs

_LABEL = re.compile(
    r"(?:(?P<table>table|tabelle|tab\.|tableau|tabla|tabella|tabel|таблица|表)"
    r"|(?:figure|fig\.|abbildung|abb\.|bild|figura|figuur|image|photo|chart"
    r"|рисунок|рис\.|图|図))\s*\d+(?:\.\d+)*[.:)\s–—-]",
    re.IGNORECASE,
)
_LONGEST = 600


def attach(nodes: list[Node]) -> list[Node]:
    """Give the nodes with captions moved into what they are captions of."""
    kept: list[Node | None] = list(_unboxed(nodes))
    for index, node in enumerate(kept):
        if not isinstance(node, Paragraph) or not _is_caption(node):
            continue
        above, below = _neighbour(kept, index, -1), _neighbour(kept, index, 1)
        wanted = Table if _is_of_table(node) else PictureNode
        order = [below, above] if wanted is Table else [above, below]
        there = [each for each in order if isinstance(each, Table | PictureNode)]
        fitting = [each for each in there if isinstance(each, wanted)]
        styled = (
            there
            if node.style.kind == "caption" and not _LABEL.match(node.text)
            else []
        )
        for owner in fitting or styled:
            owner.caption.append(node)
            kept[index] = None
            break
    return [node for node in kept if node is not None]


def _unboxed(nodes: list[Node]) -> list[Node]:
    """Take a caption, or a picture, out of the box that holds nothing else."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Box) and (
            any(not isinstance(each, Paragraph) for each in node.nodes)
            or all(
                _is_caption(each) or not each.text for each in paragraphs(node.nodes)
            )
        ):
            found += _unboxed(node.nodes)
        else:
            found.append(node)
    return found


def _is_caption(paragraph: Paragraph) -> bool:
    if paragraph.level or not paragraph.text or len(paragraph.text) > _LONGEST:
        return False
    return bool(
        paragraph.style.kind == "caption"
        or paragraph.sequence
        or (not paragraph.item and _LABEL.match(paragraph.text))
    )


def _is_of_table(paragraph: Paragraph) -> bool:
    label = _LABEL.match(paragraph.text)
    if label is not None:
        return bool(label["table"])
    return paragraph.sequence.casefold() in {"table", "tabelle", "tableau", "tabla"}


def _neighbour(nodes: list[Node | None], index: int, step: int) -> Node | None:
    """Give the next node that holds something, in one direction."""
    index += step
    while 0 <= index < len(nodes):
        node = nodes[index]
        if node is not None and not (isinstance(node, Paragraph) and not node.text):
            return node
        index += step
    return None
