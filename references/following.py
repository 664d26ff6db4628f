"""What follows when a record or a draft is stored, or a change of a record lands."""

from django.db.models.signals import post_save, pre_save
from wagtail.models import Revision
from wagtail.signals import published

from references import changes, duplicates, merging
from references.models import Reference


def connect() -> None:
    """Connect what follows; called at start."""
    published.connect(_note_in_pages, sender=Reference)
    post_save.connect(_suspect, sender=Reference)
    pre_save.connect(_follow_merges, sender=Revision)


def _note_in_pages(sender, instance, revision, **kwargs) -> None:
    """Show in the history of the pages that use a record that its change landed."""
    changes.tell_pages(instance, user=revision.user if revision else None)


def _follow_merges(sender, instance, raw, **kwargs) -> None:
    """Keep a draft that is saved late from bringing back a record that was merged."""
    if not raw:
        merging.follow(instance)


def _suspect(sender, instance, raw, update_fields, **kwargs) -> None:
    """Look for records of the same work when one was stored for readers."""
    if not raw and update_fields is None:
        duplicates.suspect_soon(instance)
