"""Bytes of reference files to text."""

import codecs
import re

MAX_BYTES = 50 * 1024 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
# Codecs of characters: others that Python knows unpack archives or turn text around.
_CHARACTER_SETS = re.compile(
    r"^(?:utf-?(?:8|16|32)|(?:us-)?ascii|iso-?8859-?\d{1,2}|latin-?1|windows-?12\d\d"
    r"|cp\d{3,4}|mac-?roman|macintosh|koi8-?[ru]|big5|gb(?:k|2312|18030)|euc-?(?:jp|kr)"
    r"|shift[_-]?jis)(?:[_-]?(?:le|be))?$",
    re.IGNORECASE,
)


class TooLarge(ValueError):
    """A file that is larger than `MAX_BYTES`."""

    def __init__(self, size: int):
        megabyte = 1024 * 1024
        super().__init__(
            f"The file has {size / megabyte:.0f} MB. At most "
            f"{MAX_BYTES // megabyte} MB can be read at once; please split it."
        )


def decode(data: bytes) -> str:
    """Give the text of a file: by its byte order mark, else by its XML declaration,
    else as UTF-8, and what is not UTF-8 as Windows' Western European.

    Raises `TooLarge` above `MAX_BYTES`, before any work; nothing else. Bytes that no
    encoding explains become U+FFFD.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(len(data))
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    declared = _DECLARED.match(data[:400])
    if declared and _CHARACTER_SETS.match(declared[1].decode("ascii")):
        encodings.append(declared[1].decode("ascii"))
    for encoding in [*encodings, "utf-8"]:
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")
