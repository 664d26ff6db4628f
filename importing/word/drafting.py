"""From the nodes of a manuscript to its draft, whatever program wrote it."""

from django.utils.translation import gettext_noop as _

from importing.draft import Block, Draft, Outcome
from importing.word import captions, reference_list, remarks, titles
from importing.word.assembling import Assembler, rich_text
from importing.word.citations.works import Collection
from importing.word.findings import Findings
from importing.word.linking import settle_links
from importing.word.nodes import CONTENTS, Node, Paragraph
from importing.word.pictures import Pictures

_FEWEST_BOLD_HEADINGS = 2


def draft(
    nodes: list[Node],
    noted: list[list[Node]],
    findings: Findings,
    collection: Collection,
    pictures: Pictures,
) -> Draft:
    """Give the draft that the nodes of a text and of its notes make together."""
    nodes = _without_contents(nodes, findings)
    collection.citations = list(remarks.with_texts(collection.citations, nodes, noted))
    nodes, printed = reference_list.take_out(nodes, collection)
    nodes = captions.attach(nodes)
    front = titles.front(nodes)
    body = [node for node in nodes if node is not front.title]
    _note_bold(body, findings)
    settle_links(nodes, noted, findings)
    levels = titles.levels(
        [node for node in body if isinstance(node, Paragraph) and node.level]
    )
    assembler = Assembler(findings, levels)
    if front.title is not None:
        assembler.keep_marks(front.title)
    assembler.add(body)
    blocks = assembler.finish() + _notes(noted, findings)
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
        pictures=pictures.kept,
        problems=tuple(findings.rows),
    )


def _without_contents(nodes: list[Node], findings: Findings) -> list[Node]:
    """Leave out the list of contents that Word made: the page has its own."""
    made = [
        node
        for node in nodes
        if isinstance(node, Paragraph)
        and node.text
        and (node.is_from(CONTENTS) or node.style.kind == "toc")
    ]
    if made:
        findings.add(
            "contents",
            Outcome.CONVERTED,
            _("The list of contents was left out: the article’s page makes its own."),
            " ".join(node.text for node in made),
        )
    left_out = set(map(id, made))
    return [node for node in nodes if id(node) not in left_out]


def _note_bold(body: list[Node], findings: Findings) -> None:
    """Take short lines in bold for headings where a manuscript has no others."""
    bold = titles.bold_headings(body)
    styled = any(isinstance(node, Paragraph) and node.level for node in body)
    promoted = not styled and len(bold) >= _FEWEST_BOLD_HEADINGS
    for paragraph in bold:
        if promoted:
            paragraph.level = 1
        findings.add(
            "bold line",
            Outcome.CHANGED if promoted else Outcome.FOUND,
            _("A line in bold was taken for a heading, as there are no others.")
            if promoted
            else _("This line in bold may be meant as a heading; it is plain text."),
            paragraph.text,
        )


def _notes(noted: list[list[Node]], findings: Findings) -> list[Block]:
    """Give the block of notes, and behind it what a note cannot hold."""
    if not noted:
        return []
    texts, apart = [], []
    for nodes in noted:
        text, rest = rich_text(nodes, findings)
        texts.append(text)
        apart += rest
    return [Block("notes", {"notes": texts}), *apart]
