"""How the history of a page names what editorial work left there."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from editorial.models import BroughtForward, NoticeKind, RequestState


class SourceRequested(LogFormatter):
    """A reader's request."""

    label = _("Source requested")

    def format_message(self, log_entry):
        """Quote the sentence."""
        sentence = log_entry.data.get("sentence", "")
        return _("A reader asked for a source: “%(sentence)s”") % {"sentence": sentence}


class SourceRequestDecided(LogFormatter):
    """What became of a request."""

    label = _("Source request decided")

    def format_message(self, log_entry):
        """Name the outcome and quote the sentence."""
        states = dict(RequestState.choices)
        return _("Source request: %(state)s: “%(sentence)s”") % {
            "state": states.get(log_entry.data.get("state"), ""),
            "sentence": log_entry.data.get("sentence", ""),
        }


class SignedOff(LogFormatter):
    """A signature."""

    label = _("Signed off")

    def format_message(self, log_entry):
        """Name the reviewer, and when the next review is due."""
        return _("Signed off by %(reviewer)s; due again on %(due)s") % {
            "reviewer": log_entry.data.get("reviewer", ""),
            "due": log_entry.data.get("due", ""),
        }


class PublishedUnsigned(LogFormatter):
    """A publication that nobody signed."""

    label = _("Published without sign-off")

    def format_message(self, log_entry):
        """Give the reason."""
        reason = log_entry.data.get("reason", "")
        return _("Published without sign-off: %(reason)s") % {"reason": reason}


class HeldBack(LogFormatter):
    """A version whose hour came, and which stayed back."""

    label = _("Not published")

    def format_message(self, log_entry):
        """Give the reason."""
        reason = log_entry.data.get("reason", "")
        return _("Not published at its time: %(reason)s") % {"reason": reason}


class ChangeNoted(LogFormatter):
    """A change of what readers see."""

    label = _("Change notice")

    def format_message(self, log_entry):
        """Give the kind, and what changed."""
        kinds = dict(NoticeKind.choices)
        return _("%(kind)s. %(what)s") % {
            "kind": kinds.get(log_entry.data.get("kind"), ""),
            "what": log_entry.data.get("what", ""),
        }


class Withdrawn(LogFormatter):
    """A page that was taken from readers."""

    label = _("Withdrawn")

    def format_message(self, log_entry):
        """Give the reason."""
        why = log_entry.data.get("why", "")
        return _("Withdrawn: %(why)s") % {"why": why}


class ReviewBroughtForward(LogFormatter):
    """A review that cannot wait."""

    label = _("Review brought forward")

    def format_message(self, log_entry):
        """Give the reason."""
        reasons = dict(BroughtForward.choices)
        return _("To be reviewed from today on. %(reason)s") % {
            "reason": reasons.get(log_entry.data.get("reason"), "")
        }


class ReviewPassedOn(LogFormatter):
    """A review whose responsible person left."""

    label = _("Review passed on")

    def format_message(self, log_entry):
        """Name who was responsible."""
        return _("The review passes from %(name)s to all editors") % {
            "name": log_entry.data.get("from", "")
        }


FORMATS = {
    "editorial.source_requested": SourceRequested,
    "editorial.source_request_decided": SourceRequestDecided,
    "editorial.signed_off": SignedOff,
    "editorial.published_unsigned": PublishedUnsigned,
    "editorial.held_back": HeldBack,
    "editorial.change_noted": ChangeNoted,
    "editorial.review_brought_forward": ReviewBroughtForward,
    "editorial.review_passed_on": ReviewPassedOn,
    "editorial.withdrawn": Withdrawn,
}
