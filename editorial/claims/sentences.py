"""Sentences of rich text, and which of them cite a source."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape

from editorial.claims.wording import words


@dataclass(frozen=True)
class Sentence:
    """A sentence in plain text, with white space made even and citations left out.

    `passage` counts the paragraphs, list items, headings and cells of the text from 0;
    sentences with the same number stand in the same one.
    """

    text: str
    passage: int = 0
    is_cited: bool = False
    is_heading: bool = False


def sentences(html: str) -> list[Sentence]:
    """Give the sentences of rich text in reading order; any text can be given.

    A citation is a link of type "citation", as it is stored, or of class "citation",
    as it is rendered. One that follows the full stop belongs to the sentence before.
    """
    found: list[Sentence] = []
    passages = [passage for passage in _passages(html) if passage.text.strip()]
    for number, passage in enumerate(passages):
        text, marks = passage.text, passage.marks
        starts = [0, *_ends(text)]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            # A mark at the end of one sentence is not one at the start of the next.
            before = bisect_right(marks, start) if start else 0
            is_cited = bisect_right(marks, end) > before
            here = text[start:end].strip()
            found.append(Sentence(here, number, is_cited, passage.is_heading))
    return found


@dataclass
class _Passage:
    """Text without tags, and the offsets in it at which citations stand."""

    is_heading: bool = False
    marks: list[int] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def end(self) -> int:
        """The offset behind the last character that is no space."""
        return self.length - (bool(self.parts) and self.parts[-1].endswith(" "))

    def add(self, escaped: str) -> None:
        text = re.sub(r"\s+", " ", unescape(escaped))
        if self.end < self.length or not self.parts:
            text = text.removeprefix(" ")
        elif self.marks[-1:] == [self.length] and text[:1].isalnum():
            text = f" {text}"
        if text:
            self.parts.append(text)
            self.length += len(text)


# An attribute that holds ">" has it escaped: all rich text is written by Wagtail.
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)(?P<rest>[^<>]*+)>")
_CITES = re.compile(
    r"""\blinktype\s*=\s*["']?citation\b|\bclass\s*=\s*["'][^"'<>]*?\bcitation\b"""
)
_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_PASSAGES = _HEADINGS | words(
    "address article blockquote caption dd div dl dt figcaption figure hr li ol p pre "
    "section table tbody td tfoot th thead tr ul"
)


def _passages(html: str) -> list[_Passage]:
    passages = [_Passage()]
    in_citation = False
    at = 0
    for tag in _TAG.finditer(html):
        if not in_citation:
            passages[-1].add(html[at : tag.start()])
        at = tag.end()
        name = tag["name"].lower()
        if name == "a":
            in_citation = not tag["end"] and _CITES.search(tag["rest"]) is not None
            if in_citation:
                passages[-1].marks.append(passages[-1].end)
        elif name in _PASSAGES:
            in_citation = False
            passages.append(_Passage(is_heading=name in _HEADINGS and not tag["end"]))
        elif name == "br":
            passages[-1].add(" ")
    if not in_citation:
        passages[-1].add(html[at:])
    return passages


_STOP = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)[\"'”’»)\]]*+(?=\s)")
# Never the last word of a sentence.
_BEFORE_MORE = words(
    "approx ca cf col dr dra drs e.g eds esp fig figs gen hon i.e incl lt mr mrs ms "
    "mt no nos nr pp prof ref refs resp rev sen sgt st viz vol vols vs"
)
# May be the last word of a sentence.
_ABBREVIATIONS = words(
    "a.m al b.d b.i.d dept ed etc hr hrs jr max min mins misc o.d p.m ph.d p.o p.r.n "
    "q.d q.i.d sr t.d.s t.i.d u.k u.s univ wk wks yr yrs"
)
# What a single capital letter follows without being an initial.
_NAMED_BY_LETTER = words(
    "appendix class factor figure grade group hepatitis influenza part plan section "
    "stage table type vitamin"
)
# Words such as mRNA and pH start sentences too.
_SMALL_THEN_CAPITAL = re.compile(r"[a-z]{1,2}[A-Z]")
_LONGEST_WORD = 60


def _ends(text: str) -> list[int]:
    """Give the offsets behind the full stops between two sentences."""
    return [
        stop.end()
        for stop in _STOP.finditer(text)
        if (after := text[stop.end() : stop.end() + _LONGEST_WORD].strip())
        and _separates(
            text[max(0, stop.start() - 2 * _LONGEST_WORD) : stop.start()],
            stop["stop"],
            after,
        )
    ]


def _separates(before: str, stop: str, after: str) -> bool:
    if after[0].islower() and not _SMALL_THEN_CAPITAL.match(after):
        return False
    *earlier, last = before.split() or [""]
    last = last.lstrip("([\"'“‘")
    is_acronym = len(last) > 1 and last.isalpha() and last.isupper()
    if stop != "." or not last or is_acronym:
        return True
    if last.lower() in _BEFORE_MORE:
        return last.lower() == "no" and not after[0].isdigit()
    if last.lower() in _ABBREVIATIONS:
        return after[0].isupper()
    if last.isdecimal() and not earlier:
        return False
    if len(last) == 1 and last.isupper() and last != "I":
        return bool(earlier) and earlier[-1].lower() in _NAMED_BY_LETTER
    return not re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", last)
