"""The reference library: every source once, shared by all articles."""

from references.models.choices import CslType, LinkState, StandingState
from references.models.citation_settings import CitationSettings, CitationStyle
from references.models.merge import Merge
from references.models.paste import Paste, PasteEntry
from references.models.reference import Reference
from references.models.suspected_pair import SuspectedPair

__all__ = [
    "CitationSettings",
    "CitationStyle",
    "CslType",
    "LinkState",
    "Merge",
    "Paste",
    "PasteEntry",
    "Reference",
    "StandingState",
    "SuspectedPair",
]
