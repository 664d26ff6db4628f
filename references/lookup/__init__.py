"""Looking works up: Crossref, PubMed, DataCite, OpenAlex, Open Library and the web.

Nothing here raises for what a service does, and nothing touches the database.
"""

from references.lookup.checking import Checked, standing_of
from references.lookup.outcomes import (
    Candidate,
    Candidates,
    Failed,
    Found,
    NotFound,
    Outcome,
)
from references.lookup.resolving import resolve
from references.lookup.typed import resolve_text

__all__ = [
    "Candidate",
    "Candidates",
    "Checked",
    "Failed",
    "Found",
    "NotFound",
    "Outcome",
    "resolve",
    "resolve_text",
    "standing_of",
]
