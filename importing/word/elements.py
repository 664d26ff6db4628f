"""XML parts as trees with short names, within limits and with nothing from outside.

Names are those of the transitional standard with its usual prefixes, whatever prefixes
a file declares and whether it follows the strict standard or not. They are written with
a dot ("w.p"), because ElementTree keeps the colon for itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from xml.parsers import expat

from django.utils.translation import gettext_noop as _

from importing.refusals import Refused

MOST_ELEMENTS = 1_500_000
DEEPEST = 150

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
_PREFIXES = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OFFICE}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OFFICE}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_OFFICE}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_OFFICE}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    f"{_OFFICE}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    f"{_OFFICE}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OFFICE}officeDocument/2006/bibliography": "b",
    f"{_STRICT}officeDocument/bibliography": "b",
    f"{_OFFICE}officeDocument/2006/custom-properties": "op",
    f"{_STRICT}officeDocument/customProperties": "op",
    f"{_OFFICE}officeDocument/2006/docPropsVTypes": "vt",
    f"{_STRICT}officeDocument/docPropsVTypes": "vt",
    f"{_OFFICE}package/2006/relationships": "rel",
    f"{_OFFICE}markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    f"{_MICROSOFT}word/2010/wordprocessingShape": "wps",
    f"{_MICROSOFT}word/2010/wordml": "w14",
    f"{_MICROSOFT}drawing/2017/decorative": "adec",
}
# How a text looks on paper, which is most of a file and means nothing here.
_LOOKS = frozenset(
    """
    w.cnfStyle w.color w.kern w.lang w.lastRenderedPageBreak w.noProof w.pBdr
    w.pgBorders w.proofErr w.shd w.spacing w.sz w.szCs w.tabs w.tblBorders w.tblCellMar
    w.tblInd w.tblW w.tcBorders w.tcMar w.tcW w.trHeight w.w
    """.split()  # noqa: SIM905  A column of names would fill a page.
)
_SAVE_MARKS = ("w.rsid", "w14.paraId", "w14.textId")


@dataclass
class Budget:
    """How many elements a file may still have, over all of its parts."""

    elements: int = MOST_ELEMENTS

    def spend(self) -> None:
        """Take one element, or refuse the file."""
        self.elements -= 1
        if self.elements < 0:
            raise Refused(
                _("The file holds far more than an article can, so it was not read.")
            )


class Damaged(ValueError):
    """A part that is not well-formed XML."""


def parse(data: bytes, budget: Budget) -> Element:
    """Give the root of a part; `Damaged` if it is no XML, `Refused` if it is a trap."""
    builder = _Builder(budget)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Damaged(str(error)) from None
    return builder.root


def chosen(element: Element) -> Iterator[Element]:
    """Give an element's children, one branch of each set of alternatives alone."""
    for child in element:
        if child.tag == "mc.AlternateContent":
            branch = _branch(child)
            if branch is not None:
                yield from chosen(branch)
        else:
            yield child


def value(parent: Element | None, path: str, attribute: str = "w.val") -> str:
    """Give the attribute of the first element at a path, or ""."""
    found = None if parent is None else parent.find(path)
    return "" if found is None else found.get(attribute, "")


def is_on(parent: Element | None, path: str) -> bool | None:
    """Tell whether a property is switched on; None where it is not mentioned."""
    found = None if parent is None else parent.find(path)
    if found is None:
        return None
    return found.get("w.val", "true").lower() not in {"0", "false", "off", "none"}


def whole_number(text: str | None, default: int = 0) -> int:
    """Give an integer that a file may have written in any way."""
    try:
        return max(-1_000_000, min(1_000_000, int(float(text or ""))))
    except (ValueError, OverflowError):
        return default


def _branch(alternatives: Element) -> Element | None:
    """Give the first branch that holds something to read, a newer one before."""
    branches = [*alternatives.iterfind("mc.Choice"), alternatives.find("mc.Fallback")]
    there = [branch for branch in branches if branch is not None]
    for branch in there:
        if any(each.tag in _READABLE for each in branch.iter()):
            return branch
    return there[0] if there else None


_READABLE = frozenset(
    ("w.t", "m.t", "w.sym", "a.blip", "v.imagedata", "c.chart", "dgm.relIds")
)


class _Builder:
    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._names: dict[str, str] = {}
        self._open: list[Element] = []
        self._last: Element | None = None
        self._passed_over = 0
        self._depth = 0
        self.root = Element("nothing")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._budget.spend()
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused(
                _(
                    "Tables, boxes or other parts of the file lie inside each other"
                    " too deeply, so it was not read."
                )
            )
        short = self._short(name)
        if self._passed_over or short in _LOOKS:
            self._passed_over += 1
            return
        kept = {
            key: text
            for key, text in ((self._short(key), attributes[key]) for key in attributes)
            if not key.startswith(_SAVE_MARKS)
        }
        element = Element(short, kept)
        if self._open:
            self._open[-1].append(element)
        else:
            self.root = element
        self._open.append(element)
        self._last = None

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._passed_over:
            self._passed_over -= 1
            return
        self._last = self._open.pop()

    def text(self, text: str) -> None:
        if self._passed_over or not self._open:
            return
        if self._last is not None:
            self._last.tail = (self._last.tail or "") + text
        else:
            element = self._open[-1]
            element.text = (element.text or "") + text

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            address, _brace, local = name.rpartition("}")
            prefix = _PREFIXES.get(address)
            short = f"{prefix}.{local}" if prefix else local if not address else name
            self._names[name] = short
        return short


def _refuse(*_declared: object) -> None:
    raise Refused(
        _("The file declares XML entities, which can be a trap, so it was not read.")
    )
