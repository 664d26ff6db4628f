"""Files of references."""

import sys
from pathlib import Path

from references.formats import encoding, registry
from references.records import Batch

STANDARD_INPUT = "-"


def read_text(file: str) -> str:
    """Give the text of a file, or of standard input for `-`.

    Raises `encoding.TooLarge` without reading more than it takes to know, and `OSError`
    when there is no such file or it cannot be read.
    """
    if file == STANDARD_INPUT:
        return encoding.decode(sys.stdin.buffer.read(encoding.MAX_BYTES + 1))
    path = Path(file)
    if (size := path.stat().st_size) > encoding.MAX_BYTES:
        raise encoding.TooLarge(size)
    with path.open("rb") as opened:
        return encoding.decode(opened.read(encoding.MAX_BYTES + 1))


def read_file(file: str, format: str = "") -> Batch:
    """Read a file in a format, or in the one that its content shows.

    Raises what `read_text` does, and `registry.UnknownFormat`.
    """
    text = read_text(file)
    return registry.read(text, format or registry.detect(text, Path(file).name))
