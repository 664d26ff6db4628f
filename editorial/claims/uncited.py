"""Claims for which no source is cited where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from editorial.claims.reasons import Reason, reasons
from editorial.claims.sentences import Sentence, sentences


@dataclass(frozen=True)
class Claim:
    """A sentence in a block that states what needs a source, and why it does."""

    block_id: str
    sentence: str
    reasons: tuple[Reason, ...]


def uncited(blocks: Iterable[tuple[str, str]]) -> list[Claim]:
    """Give, in reading order, the claims of blocks that cite nothing.

    `blocks` are pairs of a block's id and its rich text, as stored or as rendered. A
    citation serves the sentence in which it stands and the one before, within their
    paragraph, list item or table cell; after a colon also in what the colon announces.
    """
    return [
        Claim(block_id, sentence.text, found)
        for block_id, html in blocks
        for sentence in _unserved(sentences(html))
        if (found := reasons(sentence.text))
    ]


def _unserved(found: list[Sentence]) -> Iterator[Sentence]:
    for sentence, after in zip_longest(found, found[1:]):
        is_served = sentence.is_cited or (
            after is not None
            and after.is_cited
            and (sentence.passage == after.passage or sentence.text.endswith(":"))
        )
        if not (is_served or sentence.is_heading):
            yield sentence
