"""What the styles of a file mean, whatever language named them."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from importing.word.elements import is_on, value, whole_number

_HEADING = re.compile(
    r"(?:heading|head|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift"
    r"|otsikko|nagłówek|nadpis|címsor|başlık|заголовок|titlu|επικεφαλίδα|כותרת|عنوان"
    r"|标题|標題|見出し|제목)\s*(\d)",
    re.IGNORECASE,
)
_KINDS = {
    "title": r"title|titel|titre|título|titolo|название|标题|表題|book title",
    "subtitle": r"subtitle|untertitel|sous-titre|subtítulo|sottotitolo|подзаголовок",
    "byline": r"authors?|autor(?:en)?|auteurs?|byline|verfasser",
    "quote": r"(?:intense )?quot(?:e|ation)s?|block ?(?:text|quote|quotation)s?"
    r"|(?:intensives )?zitat|citation(?: intense)?|cita(?: destacada)?|citazione.*",
    "caption": r"(?:(?:table|image|figure) )?caption|captioned figure|beschriftung"
    r"|légende|leyenda|didascalia|epígrafe|bijschrift|illustration(?: index)?|drawing"
    r"|figure|table",
    "bibliography": r"bibliograph(?:y|ie)|endnote bibliography|literaturverzeichnis"
    r"|citavi bibliography entry",
    "toc": r"(?:toc|verzeichnis|tm|contents|tdc|sommario) ?(?:\d|heading)"
    r"|table of (?:figures|authorities)|contents heading",
    "bullets": r"list bullet(?: \d)?|aufzählungszeichen(?: \d)?",
    "numbers": r"list number(?: \d)?|listennummer(?: \d)?",
    "continued": r"list continue(?: \d)?|listenfortsetzung(?: \d)?",
    "listed": r"list paragraph|listenabsatz|paragraphe de liste|párrafo de lista"
    r"|paragrafo elenco|lijstalinea",
}
_PATTERNS = {
    kind: re.compile(rf"(?:{names})(?: char)?", re.IGNORECASE)
    for kind, names in _KINDS.items()
}
_BODY_TEXT = 9


@dataclass(frozen=True)
class Style:
    """What a paragraph or a run is because of its style.

    `kind` is one of `_KINDS`, "heading" or ""; `level` counts from 1, 0 for no
    heading. The rest says what it does to runs and lists unless they say otherwise.
    """

    kind: str = ""
    level: int = 0
    bold: bool | None = None
    italic: bool | None = None
    position: str | None = None
    hidden: bool | None = None
    list_id: str = ""
    list_level: int = 0


PLAIN = Style()


class Styles:
    """The styles of a file, by id."""

    def __init__(self, root: Element | None):
        self._raw = (
            {}
            if root is None
            else {each.get("w.styleId", ""): each for each in root.iterfind("w.style")}
        )
        self._known: dict[str, Style] = {}

    def get(self, id: str) -> Style:
        """Give what a style means; one that is not described is told by its id."""
        if id not in self._known:
            self._known[id] = self._read(id)
        return self._known[id]

    def _read(self, id: str) -> Style:
        """Read a style with what it takes over from those that it is based on."""
        if not id:
            return PLAIN
        chain: list[Element] = []
        seen: set[str] = set()
        at = id
        while at in self._raw and at not in seen:
            seen.add(at)
            chain.append(self._raw[at])
            at = value(self._raw[at], "w.basedOn")
        kind, level = "", 0
        for name in [value(each, "w.name") for each in chain] or [id]:
            kind, level = _meaning(name)
            if kind:
                break
        if not kind:
            kind, level = _outline(chain)
        numbering = next((n for each in chain if (n := _numbering(each))), ("", 0))
        return Style(
            kind=kind,
            level=level,
            bold=_first(chain, "w.rPr/w.b"),
            italic=_first(chain, "w.rPr/w.i"),
            position=next(
                (p for each in chain if (p := position(each.find("w.rPr")))), None
            ),
            hidden=_first(chain, "w.rPr/w.vanish"),
            list_id=numbering[0],
            list_level=numbering[1],
        )


def position(properties: Element | None) -> str | None:
    """Give "sup", "sub" or "" as run properties say; None if they say nothing."""
    if properties is None:
        return None
    stated = value(properties, "w.vertAlign")
    if stated:
        return {"superscript": "sup", "subscript": "sub"}.get(stated, "")
    return None


def outline_level(properties: Element | None) -> int:
    """Give the heading level of an outline level, 0 for body text."""
    stated = value(properties, "w.outlineLvl")
    level = whole_number(stated, _BODY_TEXT)
    return level + 1 if 0 <= level < _BODY_TEXT else 0


def _meaning(name: str) -> tuple[str, int]:
    name = name.strip()
    heading = _HEADING.fullmatch(name) or _HEADING.fullmatch(name.split(",")[0])
    if heading:
        return "heading", max(1, int(heading[1]))
    for kind, pattern in _PATTERNS.items():
        if pattern.fullmatch(name):
            return kind, 0
    return "", 0


def _outline(chain: list[Element]) -> tuple[str, int]:
    for each in chain:
        if value(each, "w.pPr/w.outlineLvl"):
            level = outline_level(each.find("w.pPr"))
            return ("heading", level) if level else ("", 0)
    return "", 0


def _numbering(style: Element) -> tuple[str, int] | None:
    found = style.find("w.pPr/w.numPr")
    if found is None:
        return None
    return value(found, "w.numId"), whole_number(value(found, "w.ilvl"))


def _first(chain: list[Element], path: str) -> bool | None:
    return next((on for each in chain if (on := is_on(each, path)) is not None), None)
