"""From a .docx file's bytes to a draft."""

from collections import Counter
from dataclasses import replace

from django.utils.translation import gettext_noop as _

from importing.draft import Draft
from importing.refusals import Refused
from importing.signatures import refuse_unless_word
from importing.word import coverage, drafting, notes, remarks
from importing.word.package import Package
from importing.word.source import opened
from importing.word.story import Story


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
    draft = drafting.draft(
        nodes, noted, source.findings, source.collection, source.pictures
    )
    missing = coverage.missing([body, *elements], draft)
    remarks.note_missing(missing, source.findings)
    return replace(
        draft,
        problems=tuple(source.findings.rows),
        counts=dict(Counter(row.kind for row in source.findings.rows)),
    )
