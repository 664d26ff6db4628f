"""The parts of a Word file, unzipped within limits."""

import posixpath
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext_noop as _

from importing.refusals import Refused
from importing.word import elements
from importing.word.elements import Budget, Damaged

LARGEST_FILE = 20 * 2**20
LARGEST_UNZIPPED = 400 * 2**20
LARGEST_PART = 80 * 2**20
MOST_PARTS = 3_000
# Honest XML is squeezed to a twentieth, rarely to a hundredth.
STEEPEST_RATIO = 250
_SMALL = 2**20
# All that Python's own reader of archives was seen to raise for broken ones.
_BROKEN = (
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)

_DAMAGED = _(
    "The file is damaged or was cut off on its way. Please save it again and upload it"
    " once more."
)
_TOO_LARGE = _(
    "Unzipped, the file is far larger than an article can be, so it was not read."
)


@dataclass(frozen=True)
class Relation:
    """Where one part points: at another part, or out of the file."""

    type: str
    target: str
    external: bool


class Package:
    """The parts of one file, read when they are asked for."""

    def __init__(self, data: bytes):
        self._archive = _opened(data)
        self._parts = {
            info.filename.lstrip("/").casefold(): info
            for info in self._archive.infolist()
        }
        self._left = LARGEST_UNZIPPED
        self._budget = Budget()
        self._relations: dict[str, dict[str, Relation]] = {}
        self.broken: list[str] = []
        self.main = self._main()

    def names(self) -> list[str]:
        """Give the names of all parts."""
        return [info.filename for info in self._parts.values()]

    def read(self, name: str) -> bytes | None:
        """Give a part's bytes; None if there is none of this name."""
        info = self._parts.get(name.lstrip("/").casefold())
        if info is None:
            return None
        limit = min(LARGEST_PART, self._left)
        try:
            with self._archive.open(info) as part:
                data = part.read(limit + 1)
        except _BROKEN:
            raise Refused(_DAMAGED) from None
        if len(data) > limit:
            raise Refused(_TOO_LARGE)
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Element | None:
        """Give the root of an XML part; None if it is missing or, noted, broken."""
        data = self.read(name)
        if data is None:
            return None
        try:
            return elements.parse(data, self._budget)
        except Damaged:
            self.broken.append(name)
            return None

    def relations(self, part: str) -> dict[str, Relation]:
        """Give where a part points, by the ids that it uses."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relations[part] = {
                each.get("Id", ""): _relation(each, folder)
                for each in (root if root is not None else ())
            }
        return self._relations[part]

    def related(self, part: str, type: str) -> str:
        """Give the name of the first part that another points at as this type."""
        for relation in self.relations(part).values():
            if relation.type == type and not relation.external:
                return relation.target
        return ""

    def _main(self) -> str:
        name = self.related("", "officeDocument") or "word/document.xml"
        if name.casefold() not in self._parts:
            raise Refused(_kind_of_archive(self._parts))
        return name


def _opened(data: bytes) -> ZipFile:
    if len(data) > LARGEST_FILE:
        raise Refused(
            _("The file is larger than %(limit)s MB. Smaller pictures may help."),
            {"limit": LARGEST_FILE // 2**20},
        )
    try:
        archive = ZipFile(BytesIO(data))
    except _BROKEN:
        raise Refused(_DAMAGED) from None
    infos = archive.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > (
        LARGEST_UNZIPPED
    ):
        raise Refused(_TOO_LARGE)
    if any(_is_steep(info) for info in infos):
        raise Refused(_TOO_LARGE)
    if any(info.flag_bits & 1 for info in infos):
        raise Refused(
            _("The file is protected by a password. Please save it without one.")
        )
    return archive


def _is_steep(info: ZipInfo) -> bool:
    return (
        info.file_size > _SMALL
        and info.file_size > STEEPEST_RATIO * info.compress_size
        and not info.filename.lower().endswith((".bmp", ".emf", ".wmf", ".tif"))
    )


def _relation(element: Element, folder: str) -> Relation:
    external = element.get("TargetMode", "").lower() == "external"
    target = element.get("Target", "")
    if not external:
        path = unquote(target.partition("#")[0])
        target = posixpath.normpath(
            path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
        )
    return Relation(element.get("Type", "").rpartition("/")[2], target, external)


def _kind_of_archive(parts: dict[str, ZipInfo]) -> str:
    """Say what a ZIP archive is that is no Word file."""
    if any(name.startswith("xl/") for name in parts):
        return _("This is an Excel workbook. Please upload a Word file (.docx).")
    if any(name.startswith("ppt/") for name in parts):
        return _("This is a PowerPoint file. Please upload a Word file (.docx).")
    if "content.xml" in parts:
        return _(
            "This is an OpenDocument file. Please save it as a Word file (.docx)"
            " and upload that."
        )
    if any(name.endswith((".iwa", "index.zip")) for name in parts):
        return _(
            "This is a Pages file. Please export it as a Word file (.docx) and upload"
            " that."
        )
    return _("This is an archive without a Word document in it.")
