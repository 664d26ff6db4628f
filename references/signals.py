"""What happens to records, for other apps to follow."""

from django.dispatch import Signal

# Sent with `kept`, `absorbed_pk`, `pages` (the published ones that were rewritten) and
# `by`, in the transaction of the merge.
merged = Signal()
# Sent with `kept`, `absorbed` (the record that is back), `pages` and `by`.
merge_undone = Signal()
