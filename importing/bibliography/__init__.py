"""Typed lists of references in a draft: found, read, and taken out of the body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext_noop

from importing.bibliography import entries, finding
from importing.bibliography.entries import Entry
from importing.bibliography.finding import FoundList, Place
from importing.draft import Block, Draft, Item, Outcome, Problem
from importing.rich_text import joined, plain
from references import matching

__all__ = ["Source", "take"]

_LONGEST_TITLE = 500


@dataclass(frozen=True)
class Source:
    """An entry of the list that marks in the text may mean.

    `reference` is its index in `Draft.references`; `counted` tells whether the list
    itself has numbers.
    """

    reference: int
    number: int | None
    text: str
    item: Item
    counted: bool


def take(draft: Draft) -> tuple[Draft, tuple[Source, ...]]:
    """Give a draft whose typed references stand in `references`, and those entries.

    A reference that a citation field gave already is not given twice. What the list
    holds and could not be read stays, as it was typed, in place of a title.
    """
    found = finding.places(draft.blocks)
    lists = finding.lists(found)
    if not lists:
        return draft, ()
    given = [_entries(found[each.start : each.end]) for each in lists]
    # Only one list can be meant by numbers.
    counted = max(range(len(given)), key=lambda at: len(given[at]))
    read = [entry for each in given for entry in each]
    references, indexes = _joined(draft.references, [_item(entry) for entry in read])
    printed = [*draft.printed, *("" for _ in references[len(draft.printed) :])]
    for index, entry in zip(indexes, read, strict=True):
        printed[index] = printed[index] or entry.text
    sources: list[Source] = []
    for at, group in enumerate(given):
        own = any(entry.number is not None for entry in group)
        for entry in entries.renumbered(group):
            index = indexes[len(sources)]
            number = entry.number if at == counted else None
            sources.append(
                Source(index, number, entry.text, references[index], counted=own)
            )
    problems = list(_named(read, indexes, len(draft.references)))
    problems += _doubtful(lists, found)
    taken = replace(
        draft,
        blocks=_without(draft.blocks, found, lists),
        references=tuple(references),
        printed=tuple(printed),
        problems=(*draft.problems, *problems),
    )
    return taken, tuple(sources)


def _entries(found: Sequence[Place]) -> list[Entry]:
    given = entries.parts([place.line for place in found if place.level == 0])
    return [entries.entry_of(pieces) for pieces in entries.gathered(given)]


def _item(entry: Entry) -> Item:
    if entry.item:
        return entry.item
    return {"type": "document", "title": entry.text[:_LONGEST_TITLE]}


def _joined(
    known: Sequence[Item], more: Sequence[Item]
) -> tuple[list[Item], list[int]]:
    """Give all items, each work once, and where each of the second ones stands."""
    both = [*known, *more]
    same = {
        pair.second: pair.first
        for pair in reversed(matching.duplicates(both))
        if pair.certain and pair.second >= len(known)
    }
    items = list(known)
    where: dict[int, int] = {at: at for at in range(len(known))}
    for at, item in enumerate(more, len(known)):
        if at in same:
            where[at] = where[same[at]]
        else:
            where[at] = len(items)
            items.append(item)
    return items, [where[at] for at in range(len(known), len(both))]


def _named(
    read: Sequence[Entry], indexes: Sequence[int], known: int
) -> Iterator[Problem]:
    """Name each entry, and what became of it."""
    seen = set(range(known))
    for at, (entry, index) in enumerate(zip(read, indexes, strict=True), 1):
        if index in seen:
            reason = gettext_noop("The list names a work that is among the references.")
            id, kind = f"entry-{at}", "printed reference"
            yield Problem(id, kind, Outcome.CONVERTED, reason, entry.text)
        elif entry.item:
            reason = gettext_noop("It was typed in the list of references.")
            id = f"reference-{index + 1}"
            yield Problem(id, "reference", Outcome.CONVERTED, reason, entry.text)
        else:
            reason = gettext_noop(
                "It could not be read as a reference: its text stands where a title"
                " should."
            )
            id = f"reference-{index + 1}"
            yield Problem(id, "reference", Outcome.CHANGED, reason, entry.text)
        seen.add(index)


def _doubtful(lists: Sequence[FoundList], found: Sequence[Place]) -> list[Problem]:
    return [
        Problem(
            f"reference-list-{at}",
            "reference-list",
            Outcome.CHANGED,
            gettext_noop(
                "No heading says so, but these lines look like references and were"
                " taken for the list of references."
            ),
            found[each.start].line.text,
        )
        for at, each in enumerate(lists, 1)
        if not each.certain
    ]


def _without(
    blocks: Sequence[Block], found: Sequence[Place], lists: Sequence[FoundList]
) -> tuple[Block, ...]:
    """Leave the lists and their headings out of a body; all else stays."""
    taken = {
        at
        for each in lists
        for at in range(each.start if each.heading is None else each.heading, each.end)
    }
    touched = {found[at].block for at in taken}
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        if at not in touched:
            kept.append(block)
            continue
        rest = [
            place.line
            for index, place in enumerate(found)
            if place.block == at and index not in taken
        ]
        if rest and any(plain(line.html) for line in rest):
            kept.append(replace(block, value=joined(rest)))
    return tuple(kept)
