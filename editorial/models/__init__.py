"""The records of editorial work; each has a file of its own here."""

from editorial.models.checked import Checked
from editorial.models.checklist_settings import ChecklistSettings
from editorial.models.source_request import (
    Askable,
    Asker,
    RequestState,
    SourceRequest,
)

__all__ = [
    "Askable",
    "Asker",
    "Checked",
    "ChecklistSettings",
    "RequestState",
    "SourceRequest",
]
