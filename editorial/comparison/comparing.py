"""Comparing two texts, and two versions of a passage."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from editorial.comparison.aligning import Pair, Vocabulary, align
from editorial.comparison.passage import Change, Comparison, Part, Passage, Piece
from editorial.comparison.reading import Text, Token, read
from editorial.comparison.sequences import Segment, segments


def compare(old: str, new: str) -> Comparison:
    """Tell what changed from one HTML text to another.

    The same texts give the same answer. Bold and the like do not count; a link counts
    by where it leads, a picture by its file and the words that describe it. Spaces that
    came or went alone change no passage.
    """
    passages = tuple(_passage(pair) for pair in align(read(old), read(new)))
    return Comparison(
        passages=passages,
        words_added=_words(passages, Change.ADDED),
        words_removed=_words(passages, Change.REMOVED),
        passages_changed=sum(it.change is not Change.SAME for it in passages),
    )


def _words(passages: Iterable[Passage], change: Change) -> int:
    return sum(
        any(character.isalnum() for character in word)
        for passage in passages
        for piece in passage.pieces
        if piece.change is change and piece.part is Part.WORDS
        for word in piece.text.split()
    )


def _passage(pair: Pair) -> Passage:
    old, new = pair.old, pair.new
    if old is None:
        return _whole(new, Change.ADDED)
    if new is None:
        return _whole(old, Change.REMOVED)
    pieces = _joined(_pieces(old.tokens, new.tokens))
    if pair.is_moved:
        change = Change.MOVED
    elif all(it.change is Change.SAME or it.text.isspace() for it in pieces):
        change = Change.SAME
    else:
        change = Change.CHANGED
    return Passage(new.kind, change, pieces, new.level)


def _whole(text: Text | None, change: Change) -> Passage:
    if text is None:
        raise ValueError("A pair has at least one passage.")
    # Where its links lead goes without saying.
    shown = (it for it in text.tokens if it.part is not Part.LINK)
    return Passage(text.kind, change, _joined(_run(shown, change)), text.level)


def _pieces(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Piece]:
    if old == new:
        yield from _run(new, Change.SAME)
        return
    vocabulary = Vocabulary()
    found = segments(vocabulary.words(old), vocabulary.words(new))
    for part in _smoothed(found, old):
        removed, added = list(old[part.old]), list(new[part.new])
        if part.is_same:
            for before, after in zip(removed, added, strict=True):
                yield from _kept(before, after)
            continue
        if removed and added and removed[0].space and added[0].space:
            yield Piece(Change.SAME, " ")
            removed[0] = removed[0]._replace(space="")
            added[0] = added[0]._replace(space="")
        yield from _run(removed, Change.REMOVED)
        yield from _run(added, Change.ADDED)


def _kept(old: Token, new: Token) -> Iterator[Piece]:
    """Give a word that stayed; the space before it may have come or gone."""
    if old.space and new.space:
        yield Piece(Change.SAME, " ")
    elif old.space:
        yield Piece(Change.REMOVED, " ")
    elif new.space:
        yield Piece(Change.ADDED, " ")
    yield Piece(Change.SAME, new.text, new.part)


def _run(tokens: Iterable[Token], change: Change) -> Iterator[Piece]:
    for token in tokens:
        if token.space:
            yield Piece(change, " ")
        yield Piece(change, token.text, token.part)


def _smoothed(parts: Sequence[Segment], old: Sequence[Token]) -> list[Segment]:
    """Take a word or two that stayed by chance into the longer changes around them."""
    found: list[Segment] = []
    for number, part in enumerate(parts):
        before = found[-1] if found else None
        if before is None or before.is_same:
            found.append(part)
        elif not part.is_same or _is_chance(
            before, part, parts[number + 1 : number + 2], old
        ):
            both_old = slice(before.old.start, part.old.stop)
            both_new = slice(before.new.start, part.new.stop)
            found[-1] = Segment(False, both_old, both_new)
        else:
            found.append(part)
    return found


def _is_chance(
    before: Segment, part: Segment, rest: Sequence[Segment], old: Sequence[Token]
) -> bool:
    around = min(_size(before), _size(rest[0])) if rest else 0
    return _length(part.old) < around and all(
        token.part is Part.WORDS for token in old[part.old]
    )


def _size(part: Segment) -> int:
    """Count the words that were replaced; none where words only came or only went."""
    return min(_length(part.old), _length(part.new))


def _length(part: slice) -> int:
    return int(part.stop - part.start)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Join neighbours of one kind, and leave out links and pictures that stayed."""
    found: list[Piece] = []
    for (change, part), group in groupby(pieces, key=attrgetter("change", "part")):
        if part is Part.WORDS:
            found.append(Piece(change, "".join([piece.text for piece in group])))
        elif change is not Change.SAME:
            found += group
    return tuple(found)
