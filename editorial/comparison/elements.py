"""What the elements of printed HTML are to a passage."""

import re
from collections.abc import Mapping
from html import unescape

from editorial.comparison.passage import Kind

Attributes = Mapping[str, str]

# A quoted value may hold ">", and "<" where no tag begins there: thus looking for the
# end of a tag goes no further than the next one, and time stays in step with length.
TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)|<[!?][^<>]*+>|
    <(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>]*+)
    (?P<rest>(?:[^<>"']|"(?:[^"<]|<(?![a-zA-Z/!?]))*+"|'(?:[^'<]|<(?![a-zA-Z/!?]))*+')*+)
    >""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?+"""
)

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link"})
VOID |= {"meta", "param", "source", "track", "wbr"}

HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS = {
    "blockquote": Kind.QUOTATION,
    "caption": Kind.CAPTION,
    "figcaption": Kind.CAPTION,
    "li": Kind.LIST_ITEM,
    "tr": Kind.TABLE_ROW,
}
BLOCKS = frozenset(
    {"address", "article", "aside", "body", "details", "div", "fieldset"}
)
BLOCKS |= {"figure", "footer", "header", "html", "main", "p", "pre", "section"}
BLOCKS |= {"summary", "dd", "dl", "dt", "ol", "ul", "table", "tbody", "tfoot", "thead"}
BLOCKS |= {*HEADINGS, *KINDS}

_LEFT_OUT = frozenset({"button", "form", "input", "nav", "select", "textarea"})
_LEFT_OUT |= {"canvas", "head", "iframe", "noscript", "object", "script", "style"}
_LEFT_OUT |= {"svg", "template", "title"}
_LEFT_OUT_CLASSES = frozenset(
    {"ask", "citation-card", "contents", "reference__uses", "visually-hidden"}
)


def attributes(text: str) -> dict[str, str]:
    """Give the attributes that stand in a tag, with nothing for those without value."""
    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(text)
    }


def classes(found: Attributes) -> frozenset[str]:
    """Give the classes of an element."""
    return frozenset(found.get("class", "").split())


def is_left_out(name: str, found: Attributes) -> bool:
    """Tell whether an element is no part of the text, or is hidden."""
    return (
        name in _LEFT_OUT
        or "hidden" in found
        or found.get("aria-hidden") == "true"
        or found.get("role") == "doc-backlink"
        or not classes(found).isdisjoint(_LEFT_OUT_CLASSES)
    )


def target(found: Attributes) -> str:
    """Give where a link leads, also as Wagtail stores it; nothing for a citation.

    A citation has its number, and the list of sources what that stands for.
    """
    if "citation" in classes(found):
        return ""
    if kind := found.get("linktype"):
        return "" if kind == "citation" else f"{kind} {found.get('id', '')}"
    return found.get("href", "").strip()


_LONGEST_NAME = 100


def picture(name: str, found: Attributes) -> tuple[str, str] | None:
    """Give the name of a picture's file and the words that describe it."""
    if name == "embed":
        kept = f"{found.get('embedtype', '')} {found.get('id') or found.get('url', '')}"
        return kept.strip(), found.get("alt", "")
    if name == "img":
        path = found.get("src", "").partition("?")[0]
        return path.rpartition("/")[2][-_LONGEST_NAME:], found.get("alt", "")
    if found.get("role") == "img":
        return "", found.get("aria-label", "")
    return None
