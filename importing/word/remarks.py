"""What a report says beside the text: comments, headers, macros, what was cited."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Citation, Outcome
from importing.word.citations.works import Collection
from importing.word.findings import Findings
from importing.word.nodes import Node, paragraphs
from importing.word.source import Source
from references.markup import plain

_LOOKS_CHANGED = {
    "w.rPrChange",
    "w.pPrChange",
    "w.tblPrChange",
    "w.tcPrChange",
    "w.trPrChange",
    "w.sectPrChange",
    "w.numberingChange",
}


def note_changes_of_looks(findings: Findings, body: Element) -> None:
    """Note how many tracked changes are of how the text looks alone."""
    number = sum(each.tag in _LOOKS_CHANGED for each in body.iter())
    if number:
        findings.add(
            "formatting",
            Outcome.CHANGED,
            _("Tracked changes of the text’s look were accepted (%(number)s)."),
            number=number,
        )


def note_looks(source: Source) -> None:
    """Note how often the text looks as an article's cannot."""
    for name, reason in (
        ("u", _("Underlining was not taken over (in %(number)s places).")),
        ("highlight", _("Highlighting was not taken over (in %(number)s places).")),
    ):
        if number := source.looks[name]:
            source.findings.add("look", Outcome.CHANGED, reason, number=number)


def note_parts(source: Source) -> None:
    """Note what a file holds beside its text: comments, headers, macros, files."""
    _note_comments(source)
    _note_margins(source)
    names = [name.casefold() for name in source.package.names()]
    if any(name.endswith("vbaproject.bin") for name in names):
        source.findings.add(
            "macro", Outcome.LOST, _("The file holds macros; they were left out.")
        )
    for name in names:
        if "/embeddings/" in name:
            source.findings.add(
                "embedded file",
                Outcome.LOST,
                _("Another file is embedded in this one; it was left out."),
                name.rpartition("/")[2],
            )
    for name in source.package.broken:
        source.findings.add(
            "part",
            Outcome.LOST,
            _("A part of the file is damaged and could not be read."),
            name,
        )


def note_citations(
    collection: Collection, printed: dict[int, str], findings: Findings
) -> None:
    """Note each citation and each reference, and the printed list of references."""
    for citation in collection.citations:
        if citation.references:
            findings.add(
                "citation",
                Outcome.CONVERTED,
                _("The citation made with %(tool)s was recognised."),
                citation.text,
                tool=citation.tool,
            )
        else:
            findings.add(
                "citation",
                Outcome.CHANGED,
                _("Of the citation made with %(tool)s, only its text is in the file."),
                citation.text,
                tool=citation.tool or "?",
            )
    for item in collection.items:
        findings.add(
            "reference",
            Outcome.FOUND,
            _("The source was read from the manuscript’s citations."),
            plain(item.get("title", "")),
        )
    for line in printed.values():
        findings.add(
            "printed reference",
            Outcome.CONVERTED,
            _("The article prints this reference itself, from its record."),
            line,
        )


def note_missing(missing: Counter[str], findings: Findings) -> None:
    """Note words that stand in the file and nowhere in the draft or its report."""
    if missing:
        findings.add(
            "words",
            Outcome.LOST,
            _("%(number)s words of the file found no place in the article."),
            " ".join(missing.elements()),
            number=missing.total(),
        )


def with_texts(
    citations: Iterable[Citation], nodes: list[Node], noted: list[list[Node]]
) -> tuple[Citation, ...]:
    """Give citations with the text that the manuscript shows for each."""
    shown: dict[str, list[str]] = defaultdict(list)
    for paragraph in paragraphs(chain(nodes, *noted)):
        for piece in paragraph.pieces:
            if piece.citation:
                shown[piece.citation].append(piece.text)
    return tuple(
        replace(each, text="".join(shown[each.key]).strip() or each.text)
        for each in citations
    )


def _note_comments(source: Source) -> None:
    part = source.package.related(source.package.main, "comments")
    root = source.package.xml(part) if part else None
    for comment in () if root is None else root.iterfind("w.comment"):
        source.findings.add(
            "comment",
            Outcome.FOUND,
            _("%(who)s commented; it stands in this report and not in the article."),
            "".join(_words(comment)),
            who=comment.get("w.author", "").strip() or "?",
        )


def _note_margins(source: Source) -> None:
    seen: set[str] = set()
    for relation in source.package.relations(source.package.main).values():
        if relation.type not in {"header", "footer"} or relation.external:
            continue
        root = source.package.xml(relation.target)
        text = " ".join("".join(_words(root)).split()) if root is not None else ""
        if any(map(str.isalpha, text)) and text not in seen:
            seen.add(text)
            source.findings.add(
                "page margin",
                Outcome.LOST,
                _("Headers and footers belong to paper; this one was left out."),
                text,
            )


def _words(root: Element) -> Iterator[str]:
    for each in root.iter():
        if each.tag == "w.t":
            yield each.text or ""
        elif each.tag in {"w.p", "w.tab", "w.br"}:
            yield " "
