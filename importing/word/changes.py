"""Tracked changes: insertions stand, deletions do not, and each is named."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word.source import Source

_DELETED = {"w.del", "w.moveFrom"}


class Changes:
    """Notes the tracked changes of one part."""

    def __init__(self, source: Source):
        self._source = source

    def note_insertion(self, element: Element) -> None:
        """Note what was inserted or moved here; it is part of the text."""
        text = "".join(_texts(element))
        if not text.strip():
            return
        moved = element.tag == "w.moveTo"
        self._source.findings.add(
            "moved text" if moved else "insertion",
            Outcome.CHANGED,
            _("Moved here by %(who)s; the text is in its new place.")
            if moved
            else _("Inserted by %(who)s while changes were tracked; it was accepted."),
            text,
            who=_who(element),
        )

    def note_deletion(self, element: Element) -> None:
        """Note what was deleted here, and the notes that went with it."""
        for kind in ("footnote", "endnote"):
            for mark in element.iter(f"w.{kind}Reference"):
                self._source.dropped.add((kind, mark.get("w.id", "")))
        text = "".join(_texts(element))
        if element.tag == "w.moveFrom" or not text.strip():
            return
        self._source.findings.add(
            "deletion",
            Outcome.CHANGED,
            _("Deleted by %(who)s while changes were tracked; it was left out."),
            text,
            who=_who(element),
        )


def _who(element: Element) -> str:
    return element.get("w.author", "").strip() or "?"


def _texts(element: Element) -> Iterator[str]:
    inserted = element.tag not in _DELETED
    for each in element.iter():
        if each.tag == "w.t" or (each.tag == "w.delText" and not inserted):
            yield each.text or ""
        elif each.tag in {"w.tab", "w.br", "w.p"}:
            yield " "
