"""What follows for articles when something happens to their sources."""

from editorial import review_dates
from editorial.models import BroughtForward, Reviewed
from references.signals import troubled


def connect() -> None:
    """Connect what follows; called at start."""
    troubled.connect(bring_reviews_forward)


def bring_reviews_forward(sender, event, pages, **kwargs) -> None:
    """Have the articles reviewed that use a source which got into trouble."""
    reason = BroughtForward.RETRACTION
    if event.field == "link_state":
        reason = BroughtForward.DEAD_SOURCE
    reviewed = [page for page in pages if isinstance(page, Reviewed)]
    review_dates.bring_all_forward(reviewed, reason)
