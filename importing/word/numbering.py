"""Which list a paragraph stands in, and with which number it begins."""

from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from importing.word.elements import value, whole_number

DEEPEST = 8
_BOXES = tuple("☐☑☒✓✔✗✘")


@dataclass(frozen=True)
class ListItem:
    """A paragraph's place in a list: which, how deep, numbered how, and its number.

    `sign` is what stands before an item that is ticked or not.
    """

    list_id: str
    level: int
    ordered: bool
    number: int
    format: str = ""
    sign: str = ""


@dataclass
class _Level:
    format: str = "decimal"
    start: int = 1
    text: str = ""


@dataclass
class _List:
    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file; counts as paragraphs are asked for in their order."""

    def __init__(self, root: Element | None):
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def item(self, list_id: str, level: int) -> ListItem | None:
        """Give the place of the next paragraph of a list; None for "no list"."""
        if list_id in ("", "0"):
            return None
        level = min(max(level, 0), DEEPEST)
        found = self._lists.get(list_id)
        if found is None:
            return ListItem(list_id, level, False, 1, "bullet")
        kind = found.levels.get(level, _Level("bullet"))
        counters = self._counters[found.abstract]
        number = counters.get(level, kind.start - 1) + 1
        if level in found.restarts and (list_id, level) not in self._begun:
            number = found.restarts[level]
        self._begun.add((list_id, level))
        if kind.format == "none":
            return None
        counters[level] = number
        for deeper in [each for each in counters if each > level]:
            del counters[deeper]
        ordered = kind.format != "bullet"
        format = "blank" if not ordered and kind.text.isspace() else kind.format
        sign = kind.text if kind.text in _BOXES else ""
        return ListItem(list_id, level, ordered, number, format, sign)

    def styled(self, kind: str) -> ListItem | None:
        """Give the place of a paragraph that only its style's name makes an item."""
        if kind not in ("bullets", "numbers"):
            return None
        if kind == "bullets":
            return ListItem(kind, 0, False, 1, "bullet")
        self._lists.setdefault(kind, _List(kind, {0: _Level()}))
        return self.item(kind, 0)

    def _read(self, root: Element) -> None:
        abstracts = {
            each.get("w.abstractNumId", ""): _levels(each)
            for each in root.iterfind("w.abstractNum")
        }
        by_style = {
            value(each, "w.styleLink"): each.get("w.abstractNumId", "")
            for each in root.iterfind("w.abstractNum")
            if each.find("w.styleLink") is not None
        }
        for each in root.iterfind("w.abstractNum"):
            link = value(each, "w.numStyleLink")
            if link in by_style:
                abstracts[each.get("w.abstractNumId", "")] = abstracts[by_style[link]]
        for each in root.iterfind("w.num"):
            abstract = value(each, "w.abstractNumId")
            found = _List(abstract, dict(abstracts.get(abstract, {})))
            for change in each.iterfind("w.lvlOverride"):
                level = whole_number(change.get("w.ilvl"))
                found.levels |= _levels(change)
                if change.find("w.startOverride") is not None:
                    start = value(change, "w.startOverride")
                    found.restarts[level] = whole_number(start, 1)
            self._lists[each.get("w.numId", "")] = found


def _levels(parent: Element) -> dict[int, _Level]:
    return {
        whole_number(level.get("w.ilvl")): _Level(
            value(level, "w.numFmt") or "decimal",
            whole_number(value(level, "w.start"), 1),
            value(level, "w.lvlText"),
        )
        for level in parent.iterfind("w.lvl")
    }
