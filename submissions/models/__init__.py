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
from submissions.models.proposal import ChangeProposal, ProposalState
from submissions.models.submission import Invitation, State, Submission, Turn

__all__ = [
    "AccessLink",
    "ApprovalWaiver",
    "ChangeProposal",
    "ConversionState",
    "Decision",
    "Guest",
    "GuestSession",
    "Invitation",
    "Manuscript",
    "Note",
    "Proof",
    "ProofDecision",
    "ProposalState",
    "State",
    "Submission",
    "Turn",
]
