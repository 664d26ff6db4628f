"""Footnotes and endnotes, in the order in which the text refers to them."""

from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word.nodes import Node, paragraphs
from importing.word.source import Source
from importing.word.story import Story

_APART = {"separator", "continuationSeparator", "continuationNotice"}
Key = tuple[str, str]


def read(source: Source) -> tuple[list[list[Node]], list[Element]]:
    """Give what each note says, by its number, and the notes' own elements.

    What nothing refers to comes last.
    """
    there: dict[Key, Element] = {}
    stories: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        part = source.package.related(source.package.main, f"{kind}s")
        root = source.package.xml(part) if part else None
        stories[kind] = part
        for note in () if root is None else root.iterfind(f"w.{kind}"):
            if note.get("w.type", "normal") not in _APART:
                there[kind, note.get("w.id", "")] = note
    read_notes: dict[Key, list[Node]] = {}
    while waiting := [key for key in source.notes if key not in read_notes]:
        # A note may refer to another, so there can be more after each round.
        for key in waiting:
            read_notes[key] = []
            if key in there:
                read_notes[key] = Story(source, stories[key[0]]).read(there[key])
            _note(source, key, read_notes[key])
    for key, element in there.items():
        if key in read_notes or key in source.dropped:
            continue
        nodes = Story(source, stories[key[0]]).read(element)
        if any(each.text for each in paragraphs(nodes)):
            source.note(*key)
            read_notes[key] = nodes
            source.findings.add(
                "note",
                Outcome.CHANGED,
                _("Nothing in the text refers to this note; it was kept as the last."),
                _text(nodes),
            )
    kept = [element for key, element in there.items() if key in source.notes]
    return [read_notes.get(key, []) for key in source.notes], kept


def _note(source: Source, key: Key, nodes: list[Node]) -> None:
    text = _text(nodes)
    if text:
        source.findings.add(
            "note",
            Outcome.CONVERTED,
            _("The note was kept, with a link from its mark and back."),
            text,
        )
    else:
        source.findings.add(
            "note", Outcome.LOST, _("The file has a mark, but no text for this note.")
        )


def _text(nodes: list[Node]) -> str:
    return " ".join(each.text for each in paragraphs(nodes))
