"""What follows for articles when something happens to their sources."""

from editorial import edited, review_dates
from editorial.models import BroughtForward, Reviewed
from references.signals import troubled


def connect() -> None:
    """Connect what follows; called at start."""
    troubled.connect(bring_reviews_forward)
    troubled.connect(note_edits)


def bring_reviews_forward(sender, event, pages, **kwargs) -> None:
    """Have the articles reviewed that use a source which got into trouble."""
    reason = BroughtForward.RETRACTION
    if event.field == "link_state":
        reason = BroughtForward.DEAD_SOURCE
    reviewed = [page for page in pages if isinstance(page, Reviewed)]
    review_dates.bring_all_forward(reviewed, reason)


def note_edits(sender, event, pages, **kwargs) -> None:
    """Let the lists of edited articles know at once what readers see of them now."""
    edited.look_again(pages)
