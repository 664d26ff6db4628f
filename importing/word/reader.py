"""From a .docx file's bytes to a draft."""

from collections import Counter
from dataclasses import replace

from django.utils.translation import gettext_noop as _

from importing.draft import Block, Draft, Outcome
from importing.refusals import Refused
from importing.signatures import refuse_unless_word
from importing.word import captions, coverage, notes, reference_list, remarks, titles
from importing.word.assembling import Assembler, rich_text
from importing.word.linking import settle_links
from importing.word.nodes import CONTENTS, Node, Paragraph
from importing.word.package import Package
from importing.word.source import Source, opened
from importing.word.story import Story

_FEWEST_BOLD_HEADINGS = 2


def read(data: bytes) -> Draft:
    """Give the draft that a .docx file holds; `Refused` says why if it is none."""
    refuse_unless_word(data)
    package = Package(data)
    root = package.xml(package.main)
    body = None if root is None else root.find("w.body")
    if body is None:
        raise Refused(
            _("The file’s text is damaged. Please save it again and upload it anew.")
        )
    source = opened(package)
    nodes = Story(source, package.main).read(body)
    noted, elements = notes.read(source)
    remarks.note_changes_of_looks(source.findings, body)
    remarks.note_looks(source)
    remarks.note_parts(source)
    draft = _draft(source, nodes, noted)
    missing = coverage.missing([body, *elements], draft)
    remarks.note_missing(missing, source.findings)
    return replace(
        draft,
        problems=tuple(source.findings.rows),
        counts=dict(Counter(row.kind for row in source.findings.rows)),
    )


def _draft(source: Source, nodes: list[Node], noted: list[list[Node]]) -> Draft:
    findings, collection = source.findings, source.collection
    nodes = _without_contents(source, nodes)
    collection.citations = list(remarks.with_texts(collection.citations, nodes, noted))
    nodes, printed = reference_list.take_out(nodes, collection)
    nodes = captions.attach(nodes)
    front = titles.front(nodes)
    body = [node for node in nodes if node is not front.title]
    _note_bold(source, body)
    settle_links(nodes, noted, findings)
    levels = titles.levels(
        [node for node in body if isinstance(node, Paragraph) and node.level]
    )
    assembler = Assembler(findings, levels)
    if front.title is not None:
        assembler.keep_marks(front.title)
    assembler.add(body)
    blocks = assembler.finish() + _notes(source, noted)
    remarks.note_citations(collection, printed, findings)
    return Draft(
        title=front.title.heading if front.title else "",
        subtitle=front.subtitle.text if front.subtitle else "",
        bylines=tuple(each.text for each in front.bylines),
        blocks=tuple(blocks),
        notes=len(noted),
        citations=tuple(collection.citations),
        references=tuple(collection.items),
        printed=tuple(printed.get(i, "") for i in range(len(collection.items))),
        pictures=source.pictures.kept,
        problems=tuple(findings.rows),
    )


def _without_contents(source: Source, nodes: list[Node]) -> list[Node]:
    """Leave out the list of contents that Word made: the page has its own."""
    made = [
        node
        for node in nodes
        if isinstance(node, Paragraph)
        and node.text
        and (node.is_from(CONTENTS) or node.style.kind == "toc")
    ]
    if made:
        source.findings.add(
            "contents",
            Outcome.CONVERTED,
            _("The list of contents was left out: the article’s page makes its own."),
            " ".join(node.text for node in made),
        )
    return [node for node in nodes if not any(node is each for each in made)]


def _note_bold(source: Source, body: list[Node]) -> None:
    """Take short lines in bold for headings where a manuscript has no others."""
    bold = titles.bold_headings(body)
    styled = any(isinstance(node, Paragraph) and node.level for node in body)
    promoted = not styled and len(bold) >= _FEWEST_BOLD_HEADINGS
    for paragraph in bold:
        if promoted:
            paragraph.level = 1
        source.findings.add(
            "bold line",
            Outcome.CHANGED if promoted else Outcome.FOUND,
            _("A line in bold was taken for a heading, as there are no others.")
            if promoted
            else _("This line in bold may be meant as a heading; it is plain text."),
            paragraph.text,
        )


def _notes(source: Source, noted: list[list[Node]]) -> list[Block]:
    """Give the block of notes, and behind it what a note cannot hold."""
    if not noted:
        return []
    texts, apart = [], []
    for nodes in noted:
        text, rest = rich_text(nodes, source.findings)
        texts.append(text)
        apart += rest
    return [Block("notes", {"notes": texts}), *apart]
