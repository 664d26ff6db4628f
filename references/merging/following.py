"""Drafts that were begun before a merge and are saved after it."""

from wagtail.models import Revision

from references import places
from references.merging.owners import model_of
from references.models import Merge


def follow(revision: Revision) -> None:
    """Make a revision that is about to be saved use what was kept of merged records.

    An editor may have had the page open all the while.
    """
    model = model_of(revision)
    if model is None or not places.may_point(model):
        return
    there = places.in_revision(model, revision.content)
    keys = {key for place in there for key in place.keys}
    if not keys:
        return
    merges = Merge.objects.filter(absorbed_pk__in=keys, undone_at=None)
    kept = dict(merges.values_list("absorbed_pk", "kept"))
    for place in there:
        if kept.keys() & set(place.keys):
            place.put([kept.get(key, key) for key in place.keys])
            if place.is_repeated:
                place.leave_out()
