"""The list of references that a reference manager printed at the end.

The article prints its own from the records, so each line that belongs to one of them
leaves the text; a line that belongs to none stays, for somebody to look at.
"""

from importing.word.citations.works import Collection
from importing.word.nodes import BIBLIOGRAPHY, Node, Paragraph
from references.markup import plain
from references.names import surname
from references.records import Item

_ENOUGH = 50


def take_out(
    nodes: list[Node], collection: Collection
) -> tuple[list[Node], dict[int, str]]:
    """Give the nodes without lines of known works, and each known work's line.

    The heading above goes too when nothing is left below it.
    """
    printed: dict[int, str] = {}
    kept: list[Node] = []
    emptied = -1
    for node in nodes:
        if isinstance(node, Paragraph) and node.is_from(BIBLIOGRAPHY):
            index = _work(node.text, collection.items, printed)
            if index is not None:
                printed[index] = node.text
                emptied = len(kept) if emptied < 0 else emptied
                continue
        kept.append(node)
    if emptied >= 0:
        _drop_heading(kept, emptied)
    return kept, printed


def _drop_heading(kept: list[Node], place: int) -> None:
    following = next((node for node in kept[place:] if _is_filled(node)), None)
    if following is not None and not (
        isinstance(following, Paragraph) and following.level
    ):
        return
    for index in range(place - 1, -1, -1):
        node = kept[index]
        if _is_filled(node):
            if isinstance(node, Paragraph) and node.level:
                del kept[index]
            return


def _work(line: str, items: list[Item], taken: dict[int, str]) -> int | None:
    """Find the work that a line prints: by its DOI, or by title and year or author."""
    folded = _folded(line)
    for index, item in enumerate(items):
        if index in taken:
            continue
        doi = str(item.get("DOI", "")).casefold()
        if doi and doi in line.casefold():
            return index
        title = _folded(plain(item.get("title", "")))[:_ENOUGH]
        year = str(item.get("issued", {}).get("date-parts", [[""]])[0][0])
        author = next(iter(item.get("author", [])), None)
        who = _folded(surname(author)) if author else ""
        if title and title in folded and (year in line or (who and who in folded)):
            return index
    return None


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _is_filled(node: Node) -> bool:
    return not isinstance(node, Paragraph) or bool(node.text)
