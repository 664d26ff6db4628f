"""The list of contents of an article, from its headings."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Section:
    """A heading in the list, with the headings one level below it."""

    anchor: str
    text: str
    sections: list["Section"] = field(default_factory=list)


def anchor(block_id: str) -> str:
    """Give a heading's anchor. It follows the block, so a new wording keeps it."""
    return f"section-{block_id[:8]}"


def contents(headings: Iterable[tuple[str, str, str]]) -> list[Section]:
    """Nest `(block id, level, text)` rows: level `h3` goes below the last `h2`."""
    found: list[Section] = []
    for block_id, level, text in headings:
        section = Section(anchor(block_id), text)
        if level == "h3" and found:
            found[-1].sections.append(section)
        else:
            found.append(section)
    return found
