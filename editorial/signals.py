"""What others may have to say before a page is published."""

from django.dispatch import Signal

# Sent with `page` and its `fingerprint` before readers see a page for the first time. A
# receiver that answers with words keeps it from them.
publication_checked = Signal()
