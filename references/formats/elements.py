"""Records out of XML files: one at a time, safely, a broken one costing only itself."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from references.records import Problem

_NAMESPACES = (
    'xmlns:mml="http://www.w3.org/1998/Math/MathML" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_DECLARATION = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b", re.IGNORECASE)
_NAMED_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")
_NOT_XML = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Fragment:
    """One record's element, its own text, and where it stood."""

    element: Element
    raw: str
    place: str


def cut(text: str, *tags: str) -> Iterator[Fragment | Problem]:
    """Give the elements of these names, each parsed by itself.

    The elements are cut out of the text before they are parsed, so that memory holds
    one at a time and what is not well-formed in one does not hide the next. A file that
    declares entities, which only tricks need here, is refused as a whole; nothing
    outside the file is ever read. HTML's named entities and characters that XML forbids
    are forgiven.
    """
    names = "|".join(map(re.escape, tags))
    start = re.compile(rf"<({names})(?=[\s/>])")
    opening = start.search(text)
    if _DECLARATION.search(text, 0, opening.start() if opening else len(text)):
        yield Problem(
            "whole file",
            "The file declares XML entities, which can be a trap, so it was not read.",
            text,
        )
        return
    if opening is None:
        yield Problem("whole file", "No records of this format were found.", text)
    line, counted = 1, 0
    while opening:
        line += text.count("\n", counted, opening.start())
        counted = opening.start()
        following = start.search(text, opening.end())
        end = following.start() if following else len(text)
        closing = f"</{opening[1]}>"
        if (at := text.find(closing, opening.end(), end)) >= 0:
            end = at + len(closing)
        yield _parsed(text[opening.start() : end].strip(), f"line {line}")
        opening = following


def text_of(parent: Element | None, path: str = ".") -> str:
    """Give the whole text of the first element at a path, or ""."""
    found = None if parent is None else parent.find(path)
    return "" if found is None else "".join(found.itertext()).strip()


def local_name(element: Element) -> list[str]:
    """Give an element's own name without its namespace."""
    return [str(element.tag).rpartition("}")[2]]


def marked_up(
    element: Element | None, tags: Callable[[Element], list[str]] = local_name
) -> str:
    """Give an element's content as HTML: `tags` names what stands for each element."""
    if element is None:
        return ""
    out: list[str] = []
    waiting: list[Element | str] = []

    def put(parent: Element) -> None:
        for child in reversed(parent):
            waiting.extend((html.escape(child.tail or "", quote=False), child))
        waiting.append(html.escape(parent.text or "", quote=False))

    put(element)
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            out.append(part)
            continue
        names = tags(part)
        out.extend(f"<{name}>" for name in names)
        waiting.append("".join(f"</{name}>" for name in reversed(names)))
        put(part)
    return "".join(out).strip()


def _parsed(raw: str, place: str) -> Fragment | Problem:
    text = _NOT_XML.sub("", _NAMED_ENTITY.sub(_character, raw))
    try:
        wrapped = ElementTree.fromstring(f"<x {_NAMESPACES}>{text}</x>")
    except (ParseError, DefusedXmlException, ValueError):
        return Problem(place, "This record's XML is broken, so it was not read.", raw)
    return Fragment(wrapped[0], raw, place)


def _character(entity: re.Match[str]) -> str:
    return html.escape(html.unescape(entity[0]))
