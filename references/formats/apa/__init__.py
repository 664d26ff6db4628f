"""APA style: references as the Publication Manual (7th edition, 2020) has them.

A reference has four elements: author, date, title and source (section 9.4). What the
manual leaves open, and the order of parts it does not show, follow the CSL style apa.
"""

from django.utils.safestring import SafeString

from references.formats.apa.creators import creators_and_title
from references.formats.apa.dates import date
from references.formats.apa.legal import LEGAL, legal_reference
from references.formats.apa.sources import address, history, source_element
from references.formats.rendering import runs
from references.formats.rendering.runs import Runs, group
from references.formats.rendering.source import Source
from references.records import Item


def as_text(item: Item) -> str:
    """Give one CSL-JSON item as a line of text; what is missing is left out."""
    return runs.as_text(_reference(Source(item)))


def as_html(item: Item) -> SafeString:
    """Give the same line as escaped HTML, its DOI or its address as a link."""
    return runs.as_html(_reference(Source(item)))


def _reference(source: Source) -> Runs:
    if source.type in LEGAL:
        entry = group(legal_reference(source), after=".")
        return group(entry, address(source), source.text("references"), between=" ")
    creators, title, rest = creators_and_title(source)
    elements = group(
        creators, date(rest), title, source_element(rest), between=". ", after="."
    )
    return group(elements, address(rest), history(rest), between=" ")
