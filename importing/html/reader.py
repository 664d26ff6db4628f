"""From HTML to a draft."""

import re

from bs4 import Tag
from django.utils.translation import gettext_noop as _

from importing.draft import Draft, Outcome
from importing.html import notes
from importing.html.lists import PastedLists
from importing.html.story import Source, Story
from importing.html.tree import classes, style, tree
from importing.refusals import Refused
from importing.word import drafting
from importing.word.citations.works import Collection
from importing.word.findings import Findings
from importing.word.pictures import Pictures
from references.formats import encoding

_ENDINGS = (".html", ".htm", ".xhtml")
_LOOKS_LIKE_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.I
)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset=[\"']?(windows-125[0-8]|iso-8859-(?:1|2|5|7|9|15))\b",
    re.IGNORECASE,
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_COMMENTS = {"comment", "comment-list"}


def is_html(data: bytes, name: str) -> bool:
    """Tell whether a file holds a page, by its content or else by its name."""
    if data.startswith(b"PK") or (b"\x00" in data and not data.startswith(_WIDE)):
        return False
    return bool(_LOOKS_LIKE_HTML.match(data)) or name.lower().endswith(_ENDINGS)


def decoded(data: bytes) -> str:
    """Give the text of a page's bytes: UTF-8, or in the encoding that it names."""
    named = _CHARSET.search(data[:4000])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if named and not data.startswith(_WIDE):
            return data.decode(named[1].decode(), "replace")
        return encoding.decode(data)


def read(text: str) -> Draft:
    """Give the draft that HTML holds; `Refused` where there is too much of it."""
    body = tree(text)
    findings = Findings()
    _take_out_comments(body, findings)
    collection, pictures = Collection(), Pictures(findings)
    source = Source(
        findings,
        pictures,
        collection,
        notes.take_out(body, findings),
        PastedLists(),
    )
    nodes = Story(source).read(body)
    if not nodes:
        raise Refused(_("There is no text in it."))
    noted = [Story(source).read(each) for each in source.notes.texts]
    return drafting.draft(nodes, noted, findings, collection, pictures)


def _take_out_comments(body: Tag, findings: Findings) -> None:
    """Leave out what Word put in the margin; the report has its words."""
    for element in body.find_all(True):
        if element.decomposed:
            continue
        if style(element).get("mso-element") in _COMMENTS:
            findings.add(
                "comment",
                Outcome.FOUND,
                _("Somebody commented; it stands in this report, not in the article."),
                element.get_text(" "),
            )
            element.decompose()
        elif classes(element) & {"msocomanchor", "msocommentreference"}:
            element.decompose()
