"""What happens to records, for other apps to follow, and what follows here."""

from django.dispatch import Signal

from references import changes

# Sent with `kept`, `absorbed_pk`, `pages` (the published ones that were rewritten) and
# `by`, in the transaction of the merge.
merged = Signal()
# Sent with `kept`, `absorbed` (the record that is back), `pages` and `by`.
merge_undone = Signal()


def note_in_pages(sender, instance, revision, **kwargs) -> None:
    """Show in the history of the pages that use a record that its change landed."""
    changes.tell_pages(instance, user=revision.user if revision else None)


def follow_merges(sender, instance, raw, **kwargs) -> None:
    """Keep a draft that is saved late from bringing back a record that was merged."""
    from references import merging  # noqa: PLC0415  (needs this module)

    if not raw:
        merging.follow(instance)


def suspect(sender, instance, raw, update_fields, **kwargs) -> None:
    """Look for records of the same work when one was stored for readers."""
    from references import duplicates  # noqa: PLC0415  (needs the models)

    if not raw and update_fields is None:
        duplicates.suspect_soon(instance)
