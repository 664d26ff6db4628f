"""Equations as text: fractions with a stroke, roots in brackets."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from importing.word.elements import value
from importing.word.nodes import Piece


def pieces(math: Element) -> list[Piece]:
    """Give an equation as text, with superscripts and subscripts."""
    return [Piece(text, position=position) for text, position in _written(math, "")]


def _written(element: Element, position: str) -> Iterator[tuple[str, str]]:
    match element.tag:
        case "m.t" | "w.t":
            yield element.text or "", position
        case "m.f":
            yield from _grouped(element.find("m.num"), position)
            yield "/", position
            yield from _grouped(element.find("m.den"), position)
        case "m.rad":
            yield from _part(element, "m.deg", "sup")
            yield "√", position
            yield from _grouped(element.find("m.e"), position)
        case "m.sSup" | "m.sSub" | "m.sSubSup":
            yield from _part(element, "m.e", position)
            yield from _part(element, "m.sub", "sub")
            yield from _part(element, "m.sup", "sup")
        case "m.sPre":
            yield from _part(element, "m.sub", "sub")
            yield from _part(element, "m.sup", "sup")
            yield from _part(element, "m.e", position)
        case "m.nary":
            yield value(element, "m.naryPr/m.chr", "m.val") or "∫", position
            yield from _part(element, "m.sub", "sub")
            yield from _part(element, "m.sup", "sup")
            yield from _part(element, "m.e", position)
        case "m.d":
            yield from _bracketed(element, position)
        case "m.m" | "m.eqArr":
            rows = element.findall("m.mr") or element.findall("m.e")
            for number, row in enumerate(rows):
                yield "; " if number else "", position
                yield from _row(row, position)
        case tag if not tag.endswith("Pr"):
            for child in element:
                yield from _written(child, position)


def _row(row: Element, position: str) -> Iterator[tuple[str, str]]:
    for number, child in enumerate(row):
        if row.tag == "m.mr" and number:
            yield ", ", position
        yield from _written(child, position)


def _part(element: Element, path: str, position: str) -> Iterator[tuple[str, str]]:
    found = element.find(path)
    if found is not None:
        yield from _written(found, position)


def _grouped(element: Element | None, position: str) -> Iterator[tuple[str, str]]:
    """Put brackets around what is more than one sign or number."""
    inner = [] if element is None else list(_written(element, position))
    text = "".join(part for part, _position in inner)
    alone = text.strip().replace(".", "").isalnum() and len(inner) == 1
    yield from inner if alone else [("(", position), *inner, (")", position)]


def _bracketed(element: Element, position: str) -> Iterator[tuple[str, str]]:
    properties = element.find("m.dPr")
    signs = {}
    for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")")):
        found = None if properties is None else properties.find(f"m.{name}")
        signs[name] = usual if found is None else found.get("m.val", "")
    yield signs["begChr"], position
    for number, part in enumerate(element.iterfind("m.e")):
        yield signs["sepChr"] if number else "", position
        yield from _written(part, position)
    yield signs["endChr"], position
