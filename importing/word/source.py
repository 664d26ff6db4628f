"""What the parts of one Word file share while they are read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from importing.word.citations import sources
from importing.word.citations.works import Collection
from importing.word.elements import value
from importing.word.findings import Findings
from importing.word.numbering import Numbering
from importing.word.package import Package
from importing.word.pictures import Pictures
from importing.word.styles import Styles
from references.records import Item

_BOOKMARK = "ZOTERO_BREF_"


@dataclass
class Source:
    """A file's parts, what its styles and lists mean, and what was found so far.

    `notes` gives the number of each note that the text refers to, by the kind and the
    id that its mark has; `dropped` names those whose mark was deleted. `looks` counts
    runs whose look an article does not have.
    """

    package: Package
    findings: Findings
    styles: Styles
    numbering: Numbering
    pictures: Pictures
    works: dict[str, Item]
    bookmarked: dict[str, str]
    collection: Collection = field(default_factory=Collection)
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    looks: Counter[str] = field(default_factory=Counter)
    dropped: set[tuple[str, str]] = field(default_factory=set)

    def note(self, kind: str, id: str) -> int:
        """Give the number of a note, the next one if it is new."""
        return self.notes.setdefault((kind, id), len(self.notes) + 1)


def opened(package: Package) -> Source:
    """Read what a file says about its text as a whole."""
    findings = Findings()

    def part(type: str) -> Element | None:
        name = package.related(package.main, type)
        return package.xml(name) if name else None

    return Source(
        package=package,
        findings=findings,
        styles=Styles(part("styles")),
        numbering=Numbering(part("numbering")),
        pictures=Pictures(findings),
        works=_works(package),
        bookmarked=_bookmarked(package),
    )


def _works(package: Package) -> dict[str, Item]:
    """Give the list of sources that Word keeps in the file, by tag."""
    works: dict[str, Item] = {}
    for relation in package.relations(package.main).values():
        if relation.type == "customXml" and not relation.external:
            root = package.xml(relation.target)
            if root is not None and root.tag == "b.Sources":
                works |= sources.read(root)
    return works


def _bookmarked(package: Package) -> dict[str, str]:
    """Give the citations that Zotero keeps in the file's properties, by bookmark."""
    name = package.related("", "custom-properties")
    root = package.xml(name) if name else None
    parts: dict[str, dict[int, str]] = {}
    for property in _properties(root):
        bookmark, _bar, number = property.get("name", "").rpartition("_")
        if bookmark.startswith(_BOOKMARK) and number.isdecimal():
            text = "".join(property.itertext())
            parts.setdefault(bookmark, {})[int(number)] = text
    return {
        bookmark: "".join(text for _number, text in sorted(numbered.items()))
        for bookmark, numbered in parts.items()
    }


def _properties(root: Element | None) -> Iterator[Element]:
    if root is not None:
        yield from root.iter("op.property")


def control_kind(control: Element) -> str:
    """Give what a content control is for: its tag, or the gallery that it is from."""
    properties = control.find("w.sdtPr")
    if properties is None:
        return ""
    if properties.find("w.bibliography") is not None:
        return "bibliography"
    return value(properties, "w.tag") or value(
        properties, "w.docPartObj/w.docPartGallery"
    )
