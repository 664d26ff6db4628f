"""What follows when a record changes for readers."""

from references import changes


def note_in_pages(sender, instance, revision, **kwargs) -> None:
    """Show in the history of the pages that use a record that its change landed."""
    changes.tell_pages(instance, user=revision.user if revision else None)
