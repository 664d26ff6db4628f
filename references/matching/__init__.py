"""Which records are of one work.

Identifiers speak first, but not alone: a DOI is sometimes copied wrongly, so the titles
must be alike too. Without identifiers the title decides, together with what a
bibliographic record has besides it: first author, year, volume and first page. What
shares a title and is another work (a preprint, a notice, a conference abstract, a
revision) is never `certain`.
"""

from references.matching.likeness import Likeness, compare
from references.matching.pairs import Match, Pair, duplicates, matches

__all__ = ["Likeness", "Match", "Pair", "compare", "duplicates", "matches"]
