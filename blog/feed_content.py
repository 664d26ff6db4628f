"""An article's text for programs that read feeds: plain elements, whole addresses."""

import re

import nh3

_TAGS = {
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
# What says nothing without our style sheet, or must not run elsewhere.
_LEFT_OUT = {
    "button",
    "form",
    "iframe",
    "math",
    "object",
    "script",
    "style",
    "svg",
    "template",
}
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def portable(html: str, address: str) -> str:
    """Give the HTML of a page as a feed may carry it.

    Scripts, forms, players and drawings are left out, and every address is a whole one:
    a link within the page leads to its place on the page at `address`.
    """
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        clean_content_tags=_LEFT_OUT,
        url_schemes={"http", "https", "mailto", "tel"},
        url_relative=("rewrite_with_base", address),
    )
    lines = (line.strip() for line in _NOT_XML.sub("", cleaned).splitlines())
    return "\n".join(line for line in lines if line)
