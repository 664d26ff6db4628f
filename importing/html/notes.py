"""Footnotes: a mark that leads to a text, from which a link leads back to the mark.

That is how Word, Google Docs, WordPress, pandoc and others write them, whatever names
they give; comments of Google Docs, too, which are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag
from django.utils.translation import gettext_noop as _

from importing.bibliography.headings import names_a_list
from importing.draft import Outcome
from importing.html.tree import HEADINGS, ancestors, style, text_of
from importing.word.findings import Findings

_LONGEST_MARK = 8
_NEAR = 3
_CONTAINERS = {"aside", "dd", "div", "li", "p", "td", "tr"}
_HEADING = re.compile(r"(?:foot|end)?notes?:?", re.IGNORECASE)


@dataclass
class Notes:
    """The notes of a text by number, and the number that each mark stands for.

    Marks are known by the identity of their elements.
    """

    texts: list[Tag] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)

    def number(self, element: Tag) -> int:
        """Give the number of the note whose mark an element is, 0 if it is none."""
        return self.numbers.get(id(element), 0)


def take_out(body: Tag, findings: Findings) -> Notes:
    """Take the notes out of a body; the marks stay in it."""
    named = _named(body)
    notes = Notes()
    known: dict[int, int] = {}
    for mark, text in _pairs(body, named):
        if text_of(mark, "href").startswith("#cmnt"):
            _note_comment(mark, text, findings)
            continue
        if id(text) not in known:
            _without_links_back(text)
            notes.texts.append(text)
            known[id(text)] = len(notes.texts)
            reason = _("The note was kept, with a link from its mark and back.")
            findings.add("note", Outcome.CONVERTED, reason, text.get_text(" "))
        notes.numbers[id(mark)] = known[id(text)]
    for text in notes.texts:
        _drop_heading(text)
        text.extract()
    return notes


def _named(body: Tag) -> dict[str, Tag]:
    found: dict[str, Tag] = {}
    for element in body.find_all(True):
        for name in ("id", "name"):
            if value := text_of(element, name):
                found.setdefault(value, element)
    return found


def _pairs(body: Tag, named: dict[str, Tag]) -> list[tuple[Tag, Tag]]:
    """Give the marks in their order, each with the element that is its note."""
    found: list[tuple[Tag, Tag]] = []
    texts: set[int] = set()
    for mark in body.find_all("a"):
        target = named.get(text_of(mark, "href").removeprefix("#"))
        if target is None or len(mark.get_text().strip()) > _LONGEST_MARK:
            continue
        text = _container(target)
        inside = [id(each) for each in ancestors(mark)]
        # A link back stands in a note, and is no mark.
        if text is None or id(text) in inside or texts.intersection(inside):
            continue
        back = (named.get(name) for name in _targets(text))
        leads_back = any(each is not None and _is_near(each, mark) for each in back)
        if leads_back and not _is_reference(text):
            texts.add(id(text))
            found.append((mark, text))
    return found


def _targets(text: Tag) -> Iterator[str]:
    for link in text.find_all("a"):
        href = text_of(link, "href")
        if href.startswith("#"):
            yield href[1:]


def _container(target: Tag) -> Tag | None:
    """Give the whole of a note, of which one element is named."""
    text: Tag | None = target
    if target.name not in _CONTAINERS:
        text = next((e for e in ancestors(target) if e.name in _CONTAINERS), None)
    parent = text.parent if text is not None else None
    if parent is not None and parent.name == "div":
        element = style(parent).get("mso-element", "")
        alone = len([e for e in parent.children if isinstance(e, Tag)]) == 1
        if element in ("footnote", "endnote") or alone:
            return parent
    return text


def _is_near(element: Tag, mark: Tag) -> bool:
    around = [mark, *list(ancestors(mark))[:_NEAR]]
    inside = mark.find_all(True)
    return any(element is each for each in (*around, *inside)) and (
        len(element.get_text().strip()) <= 2 * _LONGEST_MARK
    )


def _is_reference(text: Tag) -> bool:
    heading = text.find_previous(list(HEADINGS))
    return heading is not None and names_a_list(heading.get_text())


def _without_links_back(text: Tag) -> None:
    for link in text.find_all("a"):
        short = len(link.get_text().strip()) <= 2 * _LONGEST_MARK
        if text_of(link, "href").startswith("#") and short:
            outer = link.parent
            link.extract()
            if (
                outer is not None
                and outer.name == "sup"
                and not outer.get_text().strip()
            ):
                outer.extract()


def _drop_heading(text: Tag) -> None:
    """Leave out a heading "Footnotes": the article has its own."""
    heading = text.find_previous(list(HEADINGS))
    if heading is not None and _HEADING.fullmatch(heading.get_text().strip()):
        heading.extract()


def _note_comment(mark: Tag, text: Tag, findings: Findings) -> None:
    _without_links_back(text)
    findings.add(
        "comment",
        Outcome.FOUND,
        _("Somebody commented; it stands in this report, not in the article."),
        text.get_text(" "),
    )
    text.extract()
    mark.extract()
