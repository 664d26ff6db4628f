"""Changing columns of a record without losing a draft that waits."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Revision

from references.columns import same, stored
from references.models import Reference


def write(
    reference: Reference, values: Mapping[str, Any], *, by, publish: bool
) -> None:
    """Change columns of a record, in its draft as well where that says the same.

    The change is published if `publish` is set; a draft keeps its author, so that
    somebody else still has to approve it.
    """
    before = {name: stored(reference, name) for name in values}
    draft, author = None, None
    if reference.has_unpublished_changes and reference.latest_revision is not None:
        draft = reference.get_latest_revision_as_object()
        author = reference.latest_revision.user
    _set(reference, values)
    reference.save()
    revision = _revise(reference, by)
    if publish:
        revision.publish(user=by, log_action=False, skip_permission_checks=True)
    if draft is not None:
        agreed = {
            name: value
            for name, value in values.items()
            if same(stored(draft, name), before[name])
        }
        _set(draft, agreed)
        _revise(draft, author)
    reference.refresh_from_db()


def propose(reference: Reference, values: Mapping[str, Any], *, by) -> Revision:
    """Change columns in the draft of a record, which then waits for approval."""
    draft = reference.get_latest_revision_as_object()
    _set(draft, values)
    revision = _revise(draft, by)
    reference.refresh_from_db()
    return revision


def _set(reference: Reference, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(reference, name, value)


def _revise(reference: Reference, author) -> Revision:
    return reference.save_revision(user=author, clean=False, log_action=False)
