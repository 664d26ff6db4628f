"""Where in the body of a draft typed lists of references stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importing.bibliography.entries import (
    CERTAIN,
    STRONG,
    as_one,
    gathered,
    parts,
    strength,
    weight,
)
from importing.bibliography.headings import may_name_a_list, names_a_list
from importing.draft import Block
from importing.rich_text import Line, lines

_SHORTEST_RUN = 2
# Lines that may follow a list to which no heading leads.
_MOST_AFTER = 12


@dataclass(frozen=True)
class Place:
    """A line of the body: the block it stands in, and which of its lines it is.

    `level` is that of a heading, 0 for text, and -1 for a block that is neither.
    """

    block: int
    line: Line
    level: int = 0


@dataclass(frozen=True)
class FoundList:
    """A list in the body: its heading's place if it has one, and from where to where.

    Places count as in `places`. `certain` is false where a person should look.
    """

    heading: int | None
    start: int
    end: int
    certain: bool


def places(blocks: Sequence[Block]) -> list[Place]:
    """Give the lines of a body that say something, and its other blocks."""
    found: list[Place] = []
    for at, block in enumerate(blocks):
        if block.type == "paragraph":
            found += (
                Place(at, line) for line in lines(block.value) if line.text.strip()
            )
        elif block.type == "heading":
            level = int(str(block.value.get("level", "h2"))[1:] or 2)
            found.append(Place(at, Line(str(block.value.get("text", ""))), level))
        else:
            found.append(Place(at, Line(""), -1))
    return found


def lists(found: Sequence[Place]) -> list[FoundList]:
    """Give the lists of references of a body, in their order."""
    named = list(_under_headings(found))
    if named:
        return named
    last = _last_run(found)
    return [last] if last else []


def _under_headings(found: Sequence[Place]) -> Iterator[FoundList]:
    taken = 0
    for at, place in enumerate(found):
        if at < taken or place.level < 0 or place.line.list:
            continue
        certain = names_a_list(place.line.text)
        if not certain and not _may_be_heading(place):
            continue
        end = _end(found, at, certain=certain)
        if end is not None:
            taken = end
            yield FoundList(at, at + 1, end, True)


def _may_be_heading(place: Place) -> bool:
    text = place.line.text
    return may_name_a_list(text) and not text.endswith((".", "?", "!", ",", ";"))


def _end(found: Sequence[Place], heading: int, *, certain: bool) -> int | None:
    """Give the end of the list below a heading, `None` where no list stands there."""
    start = end = heading + 1
    level = found[heading].level
    while end < len(found) and _goes_below(found, end, level):
        end += 1
    given = parts([place.line for place in found[start:end]])
    groups = list(gathered(given))
    weights = [weight(as_one(group)) for group in groups]
    while weights and weights[-1] < STRONG:
        weights.pop()
    strong = sum(each >= STRONG for each in weights)
    if not strong or (2 * strong < len(weights) and not (certain and strong > 1)):
        return None
    return start + sum(len(group) for group in groups[: len(weights)])


def _goes_below(found: Sequence[Place], at: int, level: int) -> bool:
    place = found[at]
    if place.level == 0:
        return not names_a_list(place.line.text) or strength(place.line.text) >= STRONG
    # Headings of a lower level part a list into articles, books and pages.
    return bool(level) and place.level > level


def _last_run(found: Sequence[Place]) -> FoundList | None:
    """Give the last lines that look like references, where no heading names them."""
    given = parts([place.line for place in found])
    certain = [
        place.level == 0 and weight(part) >= CERTAIN
        for place, part in zip(found, given, strict=True)
    ]
    end = len(found)
    while end and not certain[end - 1]:
        end -= 1
    start = end
    while start and certain[start - 1]:
        start -= 1
    if end - start < _SHORTEST_RUN or len(found) - end > _MOST_AFTER:
        return None
    return FoundList(None, start, end, certain=False)
