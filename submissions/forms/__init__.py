"""What guests fill in, and what editors do about them."""

from submissions.forms.entrance import LinkForm
from submissions.forms.interests import DetailsForm, LinesForm
from submissions.forms.invitation import DueDateForm, InvitationForm, LetterForm
from submissions.forms.manuscript import ManuscriptForm
from submissions.forms.notes import NoteForm, ProposalForm, ReasonForm
from submissions.forms.profile import ProfileForm
from submissions.forms.proof import WishesForm

__all__ = [
    "DetailsForm",
    "DueDateForm",
    "InvitationForm",
    "LetterForm",
    "LinesForm",
    "LinkForm",
    "ManuscriptForm",
    "NoteForm",
    "ProfileForm",
    "ProposalForm",
    "ReasonForm",
    "WishesForm",
]
