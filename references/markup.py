"""Markup in titles: the four tags that CSL-JSON allows, and nothing else."""

import html
import re
from collections.abc import Callable

_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-z][\w.:-]*)
    (?P<attributes>(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*)\s*
    (?P<empty>/?)>""",
    re.IGNORECASE | re.VERBOSE,
)
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|$)"
    r"|<(?P<name>(?:\w+:)?(?:script|style|annotation(?:-xml)?|tex-math))\b[^<>]*>"
    r".*?(?:</(?P=name)\s*>|$)",
    re.IGNORECASE | re.DOTALL,
)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_KEPT = {
    "i": "i",
    "em": "i",
    "italic": "i",
    "b": "b",
    "strong": "b",
    "bold": "b",
    "sup": "sup",
    "superscript": "sup",
    "sub": "sub",
    "subscript": "sub",
}
_BREAKS = {"br", "div", "li", "ol", "p", "sec", "td", "title", "tr", "ul"}
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060"
    "\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MOST_PASSES = 10
_EMPTY = re.compile(r"<(i|b|sup|sub)>(\s*)</\1>")


def clean(text: str) -> str:
    """Give a title with `<i>`, `<b>`, `<sup>` and `<sub>` as its only tags.

    Entities are decoded once, `em` and `strong` become `i` and `b`, other tags
    (JATS, HTML, MathML) leave their text, scripts and styles leave nothing, and white
    space is folded. The tags that are left are closed in order. A `<` that opens no tag
    stays, as in "p < 0.05".
    """
    if "<" not in text and "&" not in text:
        return fold(text)
    return fold(_until_stable(_nest, _decode(text)))


def plain(text: str) -> str:
    """Give a text without any tag, its entities decoded once, its white space folded.

    >>> plain("CO<sub>2</sub> &amp; health")
    'CO2 & health'
    """
    if "<" not in text and "&" not in text:
        return fold(text)
    return fold(_until_stable(lambda each: _TAG.sub(_gap, each), _decode(text)))


def fold(text: str) -> str:
    """Give a text on one line, without control characters or repeated spaces."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(_INVISIBLE.sub("", text).split())


def _decode(text: str) -> str:
    return html.unescape(_CDATA.sub("", text))


def _until_stable(strip: Callable[[str], str], text: str) -> str:
    """Strip again while that brings a tag to light, as in "<<b>script>"."""
    for _ in range(_MOST_PASSES):
        stripped = strip(_EMPTY.sub(r"\2", _UNSEEN.sub("", text)))
        if stripped == text:
            return text
        text = stripped
    return text.replace("<", "").replace(">", "")


def _gap(tag: re.Match[str]) -> str:
    return " " if _local(tag) in _BREAKS else ""


def _local(tag: re.Match[str]) -> str:
    return tag["name"].lower().rpartition(":")[2]


def _nest(text: str) -> str:
    """Give the text with its kept tags properly nested and the others left out."""
    out: list[str] = []
    opened: list[str] = []
    end = 0
    for tag in _TAG.finditer(text):
        out.append(text[end : tag.start()])
        end = tag.end()
        name = _KEPT.get(_local(tag))
        if name is None:
            out.append(_gap(tag))
        elif not tag["close"]:
            if not tag["empty"]:
                opened.append(name)
                out.append(f"<{name}>")
        elif name in opened:
            while (last := opened.pop()) != name:
                out.append(f"</{last}>")
            out.append(f"</{name}>")
    out.append(text[end:])
    out.extend(f"</{name}>" for name in reversed(opened))
    return "".join(out)
