"""RIS, the format that most databases and reference managers exchange."""

from references.formats.ris.reading import read
from references.formats.ris.writing import write

__all__ = ["read", "write"]
