"""BibTeX and BibLaTeX."""

from references.formats.bibtex.reading import read
from references.formats.bibtex.writing import write

__all__ = ["read", "write"]
