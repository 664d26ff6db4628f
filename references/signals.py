"""What happens to records, for other apps to follow."""

from django.dispatch import Signal

# Sent with `event`, of a source that got worse than corrected or whose address died,
# and `pages` (the published ones that use it), in the transaction that stores it.
troubled = Signal()
# Sent with `kept`, `absorbed_pk`, `pages` (the published ones that were rewritten) and
# `by`, in the transaction of the merge.
merged = Signal()
# Sent with `kept`, `absorbed` (the record that is back), `pages` and `by`.
merge_undone = Signal()
