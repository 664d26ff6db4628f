"""Marks in a draft's text, matched to the entries of its list of references.

What is sure becomes a citation; what is not stays as it was typed and is named, for a
person to decide. Nothing else in the text changes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from django.utils.translation import gettext_noop

from importing.bibliography import Source
from importing.draft import Citation, Draft, Outcome, Problem
from importing.marks.author_year import Authors
from importing.marks.numbers import Numbers, Style, candidates, resolved
from importing.marks.passage import Found, Passage
from importing.rich_text import Piece, mapped, paragraph, replaced

__all__ = ["link"]

_CITES = gettext_noop("It cites what it meant in the list of references.")


def link(draft: Draft, sources: Sequence[Source]) -> Draft:
    """Give a draft in which the marks that are sure are citations.

    Citations of which only the printed text is known get what it means.
    """
    if not sources:
        return draft
    passages: dict[str, Passage] = {}
    for block in draft.blocks:
        mapped(block.value, lambda text: passages.setdefault(text, Passage(text)).html)
    reader = _Reader(sources, list(passages.values()))
    linked = _Linked()

    def change(text: str) -> str:
        return linked.text(passages[text], reader.marks(passages[text]))

    blocks = [replace(each, value=mapped(each.value, change)) for each in draft.blocks]
    completed = [reader.completed(each) for each in draft.citations]
    return replace(
        draft,
        blocks=tuple(blocks),
        citations=(*completed, *linked.citations),
        problems=(*_settled(draft, completed), *linked.problems),
    )


def _settled(draft: Draft, completed: Sequence[Citation]) -> list[Problem]:
    """Give the problems of a draft without those of citations that are complete now."""
    known = {
        f"citation-{at}"
        for at, (was, now) in enumerate(zip(draft.citations, completed, strict=True), 1)
        if now.references and not was.references
    }
    reason = gettext_noop("What it prints was found in the list of references.")
    return [
        replace(each, outcome=Outcome.CONVERTED, reason=reason, values={})
        if each.id in known
        else each
        for each in draft.problems
    ]


class _Reader:
    """Reads the marks of one text, knowing its list and all that stands in it."""

    def __init__(self, sources: Sequence[Source], passages: Sequence[Passage]):
        self._authors = Authors(sources)
        self._by_number = {
            source.number: source.reference
            for source in reversed(sources)
            if source.number is not None
        }
        self._candidates: dict[int, list[Numbers]] = {}
        self._named: dict[int, list[Found]] = {}
        for each in passages:
            if each.may_hold_marks:
                self._candidates[id(each)] = candidates(each)
                self._named[id(each)] = list(self._authors.marks(each))
                each.forget()
        self._sure = self._styles(sources)

    def marks(self, passage: Passage) -> list[Found]:
        """Give the marks of a passage, in their order."""
        found = list(self._named.get(id(passage), ()))
        for each in self._candidates.get(id(passage), ()):
            sure = each.style in self._sure
            # What speaks against a mark in a style that is not this text's says enough.
            if sure or not self._sure or not each.doubt:
                found.append(resolved(each, self._by_number, sure=sure))
        return _apart(found)

    def completed(self, citation: Citation) -> Citation:
        """Give a citation with what its printed text means, if that is not known."""
        text = citation.text.strip()
        if citation.references or not text:
            return citation
        bracketed = text if text[0] in "[(" else f"[{text}]"
        passage = Passage(paragraph(f"x {bracketed}"))
        marks = list(self._authors.marks(passage))
        for each in candidates(passage):
            marks.append(resolved(each, self._by_number, sure=True))
        known = [each for each in marks if each.references and not each.doubt]
        if not known:
            return citation
        return replace(
            citation, references=known[0].references, locators=known[0].locators
        )

    def _styles(self, sources: Sequence[Source]) -> set[Style]:
        """Give the styles of marks that this text surely uses.

        Numbers mean the list if the list has them or, where it has none, if they first
        appear in its order. Round brackets hold much else: they must mean several
        entries, and no other style may be in use.
        """
        counted = any(source.counted for source in sources)
        seen: defaultdict[Style, list[int]] = defaultdict(list)
        for found in self._candidates.values():
            for each in found:
                if not each.doubt and set(each.numbers) <= self._by_number.keys():
                    seen[each.style] += each.numbers
        sure: set[Style] = set()
        for style in Style:
            first = list(dict.fromkeys(seen[style]))
            most = 2 * len(first) >= len(self._by_number)
            known = counted or (most and first == sorted(first))
            several = most or len(first) > 1
            if first and known and (style is not Style.ROUND or several):
                sure.add(style)
        return sure - {Style.ROUND} or sure


def _apart(found: Sequence[Found]) -> list[Found]:
    """Give marks in their order, of two that share a place the first and longer one."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


@dataclass
class _Linked:
    """The citations that were made so far, and what was left for a person."""

    citations: list[Citation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def text(self, passage: Passage, marks: Sequence[Found]) -> str:
        """Give a passage with its sure marks as citations."""
        pieces = [piece for each in marks for piece in self._piece(passage, each)]
        passage.forget()
        return replaced(passage.html, pieces) if pieces else passage.html

    def _piece(self, passage: Passage, mark: Found) -> Iterator[Piece]:
        if mark.doubt:
            self._note(passage, mark, Outcome.FOUND, mark.doubt)
            return
        key = f"m{len(self.citations) + 1}"
        printed = passage.text[mark.start : mark.end]
        self.citations.append(Citation(key, mark.references, mark.locators, printed))
        self._note(passage, mark, Outcome.CONVERTED, _CITES)
        yield Piece(
            passage.characters[mark.start].start,
            passage.characters[mark.end - 1].end,
            f'<a linktype="citation" data-key="{key}">{escape(printed)}</a>',
        )

    def _note(
        self, passage: Passage, mark: Found, outcome: Outcome, reason: str
    ) -> None:
        id = f"mark-{len(self.problems) + 1}"
        excerpt = passage.around(mark.start, mark.end)
        self.problems.append(Problem(id, "mark", outcome, reason, excerpt))
