"""The reference library: every source once, shared by all articles."""

from references.models.choices import CslType, LinkState, StandingState
from references.models.merge import Merge
from references.models.reference import Reference

__all__ = ["CslType", "LinkState", "Merge", "Reference", "StandingState"]
