"""Making sure that no word of a manuscript is lost without being named."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from xml.etree.ElementTree import Element

from importing.draft import Draft
from importing.word.elements import chosen
from importing.word.story import goes_on

_WORD = re.compile(r"\w+")
_NOTE_MARK = re.compile(r'<a href="#note-\d+"><sup>\d+</sup></a>')
_INSIDE_A_WORD = re.compile(r"</?(?:a|b|i|sup|sub)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_GAPS = {"w.tab", "w.br", "w.cr", "w.ptab"}
_APART = {"w.del", "w.moveFrom", "w.instrText", "w.delText"}


def missing(roots: Iterable[Element], draft: Draft) -> Counter[str]:
    """Give the words of parts that neither a draft nor its report has."""
    expected: Counter[str] = Counter()
    for root in roots:
        expected.update(_WORD.findall("".join(_texts(root))))
    return expected - _known(draft)


def words(draft: Draft) -> Counter[str]:
    """Give the words of a draft, those of its references and captions too."""
    return Counter(_WORD.findall(" ".join(_readable(draft))))


def _known(draft: Draft) -> Counter[str]:
    excerpts = " ".join(
        problem.excerpt
        for problem in draft.problems
        if problem.kind not in {"insertion", "deletion", "comment"}
    )
    return words(draft) + Counter(_WORD.findall(excerpts))


def _readable(draft: Draft) -> Iterator[str]:
    yield draft.title
    for block in draft.blocks:
        yield from map(_plain, _strings(block.value))
    yield from draft.printed
    yield from _strings(list(draft.references))


def _plain(html: str) -> str:
    text = _INSIDE_A_WORD.sub("", _NOTE_MARK.sub("", html))
    text = unescape(_TAG.sub(" ", text))
    return text.replace("\u2067", "").replace("\u2069", "")


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _strings(each)
        case list() | tuple():
            for each in value:
                yield from _strings(each)


def _texts(element: Element) -> Iterator[str]:
    for child in chosen(element):
        if child.tag == "w.t":
            yield child.text or ""
        elif child.tag in _GAPS:
            yield " "
        elif child.tag == "w.noBreakHyphen":
            yield "\u2011"
        elif child.tag == "w.p":
            yield from _texts(child)
            yield "" if goes_on(child.find("w.pPr")) else " "
        elif child.tag not in _APART:
            yield from _texts(child)
