"""The keys of the queue, as static/js/admin/moderation.js knows them."""

from django.utils.translation import gettext_lazy as _

KEYS = (
    ("j", _("Next comment")),
    ("k", _("Comment before")),
    ("a", _("Approve")),
    ("r", _("Reject: write the reason")),
    ("s", _("Spam")),
    ("h", _("Hold")),
    ("x", _("Choose, for several at once")),
    ("o", _("Open the comment’s own page")),
    ("Esc", _("Leave the reason")),
    ("?", _("Show these keys")),
)
