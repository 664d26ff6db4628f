"""The records of guests and what they write; each has a file of its own here."""

from submissions.models.entrance import AccessLink, GuestSession
from submissions.models.guest import Guest
from submissions.models.manuscript import ConversionState, Manuscript
from submissions.models.note import Note
from submissions.models.proof import (
    ApprovalWaiver,
    Decision,
    Proof,
    ProofDecision,
)
from submissions.models.submission import Invitation, State, Submission, Turn

__all__ = [
    "AccessLink",
    "ApprovalWaiver",
    "ConversionState",
    "Decision",
    "Guest",
    "GuestSession",
    "Invitation",
    "Manuscript",
    "Note",
    "Proof",
    "ProofDecision",
    "State",
    "Submission",
    "Turn",
]
