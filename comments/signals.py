"""What others may wish to hear of comments."""

from django.dispatch import Signal

# Sent with `page` and `comment` when what readers see of a comment has changed.
comment_changed = Signal()
