"""What a file is, told by its first bytes and never by its name."""

from django.utils.translation import gettext_noop as _

from importing.refusals import Refused

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xfe\xed\xfa",
)
_OTHER_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh")


def is_word(data: bytes) -> bool:
    """Tell whether a file could be a .docx file, which is a ZIP archive."""
    return data.startswith(_ZIP)


def refuse_unless_word(data: bytes) -> None:
    """Raise `Refused`, saying what the file is, unless it could be a .docx file."""
    if not data.strip():
        raise Refused(_("The file is empty."))
    if not is_word(data):
        raise Refused(_named(data))


def _named(data: bytes) -> str:
    if data.startswith(_OLE):
        return _old_office(data)
    if data.startswith(b"%PDF"):
        return _("This is a PDF. Please upload the Word file (.docx) it was made from.")
    if data.lstrip().startswith(b"{\\rtf"):
        return _(
            "This is an RTF file. Please save it as a Word file (.docx) and upload"
            " that."
        )
    if data.startswith(_PROGRAMS):
        return _("This is a program, not a Word file, whatever its name says.")
    if data.startswith(_PICTURES):
        return _("This is a picture. Please upload a Word file (.docx).")
    if data.startswith(_OTHER_ARCHIVES):
        return _("This is an archive. Please upload the Word file (.docx) itself.")
    return _("This is not a Word file (.docx).")


def _old_office(data: bytes) -> str:
    """Tell the files that share Office's old container apart."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _("The file is protected by a password. Please save it without one.")
    if "WordDocument".encode("utf-16-le") in data:
        return _(
            "This is a file of an old Word (.doc). Please save it as .docx and upload"
            " that."
        )
    return _("This is not a Word file (.docx) but another Office file.")
