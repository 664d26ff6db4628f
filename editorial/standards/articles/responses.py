"""Whether readers may ask, and are answered."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.standards.articles.places import editor, page
from editorial.standards.facts import ArticleFacts
from editorial.standards.verdict import Verdict, at_best_judged, met, not_met


def can_respond(article: ArticleFacts) -> Verdict:
    """Whether readers may ask about it."""
    if article.takes_requests:
        return met(page(article), remark=_("Readers may ask for sources."))
    return not_met(_("Readers cannot ask about it."), editor(article))


def responses_answered(article: ArticleFacts) -> Verdict:
    """Whether a request for a source waits; of comments the sheet knows nothing."""
    if article.requests_waiting:
        waiting = ngettext(
            "%(number)d request waits.",
            "%(number)d requests wait.",
            article.requests_waiting,
        )
        return not_met(waiting % {"number": article.requests_waiting}, page(article))
    return at_best_judged(can_respond(article))
