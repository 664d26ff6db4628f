"""Marks what checks found in a text, and takes words out of it; knows no database."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Finding = Mapping[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """A stretch of text and the findings that it lies in."""

    text: str
    findings: tuple[Finding, ...] = ()

    @property
    def level(self) -> int:
        """How soon a person should look at it."""
        return max((int(finding["level"]) for finding in self.findings), default=0)


@dataclass(frozen=True)
class Redacted:
    """A text without what was taken out, and the findings that are left in it."""

    text: str
    findings: tuple[Finding, ...]


def parts(text: str, findings: Iterable[Finding]) -> list[Part]:
    """Divide a text wherever a finding begins or ends; nothing of it is lost.

    Findings about no place in the text, or about one outside it, mark nothing.
    """
    placed = [it for it in findings if _lies_in(it, text)]
    edges = {0, len(text)}
    for finding in placed:
        edges |= {finding["start"], finding["end"]}
    ordered = sorted(edges)
    return [
        Part(
            text[start:end],
            tuple(it for it in placed if it["start"] <= start and end <= it["end"]),
        )
        for start, end in itertools.pairwise(ordered)
    ]


def occurrences(text: str, words: str) -> list[Span]:
    """Give every place where these words stand, whatever their capitals."""
    if not words:
        return []
    folded, sought = _fold(text), _fold(words)
    found, at = [], folded.find(sought)
    while at >= 0:
        found.append((at, at + len(sought)))
        at = folded.find(sought, at + len(sought))
    return found


def redact(
    text: str, spans: Iterable[Span], findings: Iterable[Finding], mark: str
) -> Redacted:
    """Put a mark in the place of each span, and move the findings along.

    Spans that touch or overlap become one; a finding that a span cuts into is gone.
    """
    merged = _merged(spans, len(text))
    pieces, at = [], 0
    for start, end in merged:
        pieces += [text[at:start], mark]
        at = end
    pieces.append(text[at:])
    left = (_moved(finding, merged, len(mark)) for finding in findings)
    return Redacted("".join(pieces), tuple(it for it in left if it is not None))


def _lies_in(finding: Finding, text: str) -> bool:
    start, end = finding.get("start"), finding.get("end")
    return (
        isinstance(start, int)
        and isinstance(end, int)
        and 0 <= start < end <= len(text)
    )


def _fold(text: str) -> str:
    # Letter by letter, so that places stay: some letters grow when folded.
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _merged(spans: Iterable[Span], length: int) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted((max(s, 0), min(e, length)) for s, e in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _moved(finding: Finding, spans: Sequence[Span], width: int) -> Finding | None:
    start, end = finding.get("start", 0), finding.get("end", 0)
    if start == end:
        return finding
    if any(start < cut_end and cut_start < end for cut_start, cut_end in spans):
        return None
    shift = sum(width - (e - s) for s, e in spans if e <= start)
    return {**finding, "start": start + shift, "end": end + shift}
