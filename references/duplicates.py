"""Pairs of records that may be of one work, and what editors said about them."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet
from django_tasks import task
from wagtail.log_actions import log

from references import library, matching
from references.models import Reference, SuspectedPair

_AT_ONCE = 1000


def open_pairs() -> QuerySet[SuspectedPair]:
    """Give the pairs that nobody decided about, the surest first."""
    return SuspectedPair.objects.filter(state=SuspectedPair.State.OPEN).select_related(
        "first", "second"
    )


@transaction.atomic
def suspect(reference: Reference) -> int:
    """Look for records of the same work as one, and give how many pairs are open."""
    found = [
        _pair(reference.pk, match.reference.pk, match)
        for match in library.matches(reference.item)
        if match.reference.pk != reference.pk
    ]
    known = SuspectedPair.objects.filter(Q(first=reference) | Q(second=reference))
    return _store(found, known)


def suspect_soon(reference: Reference) -> None:
    """Look for records of the same work in the background, once all is stored."""
    key = reference.pk
    transaction.on_commit(lambda: suspect_task.enqueue(key))


@task(backend="background")
def suspect_task(key: int) -> None:
    """Look for records of the same work as the one with a key, if it is still there."""
    reference = Reference.objects.filter(pk=key).first()
    if reference is not None:
        suspect(reference)


def search() -> int:
    """Compare the whole library, and give how many pairs are open."""
    keys, items = [], []
    for reference in Reference.objects.order_by("pk").iterator(_AT_ONCE):
        keys.append(reference.pk)
        items.append(reference.item)
    found = [
        _pair(keys[pair.first], keys[pair.second], pair)
        for pair in matching.duplicates(items)
    ]
    with transaction.atomic():
        return _store(found, SuspectedPair.objects.all())


@task(backend="background")
def search_task() -> None:
    """Compare the whole library."""
    search()


@transaction.atomic
def dismiss(pair: SuspectedPair, *, by=None) -> None:
    """Note for good that two records are of different works."""
    pair.state = SuspectedPair.State.DISMISSED
    pair.save(update_fields=["state"])
    for reference, other in ((pair.first, pair.second), (pair.second, pair.first)):
        log(
            instance=reference,
            action="references.told_apart",
            user=by,
            data={"reference": {"pk": other.pk, "title": str(other)}},
        )


def inherit(kept: Reference, absorbed: Reference) -> None:
    """Give a record what editors said about the one that it absorbs."""
    dismissed = SuspectedPair.State.DISMISSED
    known = SuspectedPair.objects.filter(Q(first=absorbed) | Q(second=absorbed))
    for pair in known.filter(state=dismissed):
        other = pair.second_id if pair.first_id == absorbed.pk else pair.first_id
        if other != kept.pk:
            first, second = sorted((kept.pk, other))
            SuspectedPair.objects.update_or_create(
                first_id=first,
                second_id=second,
                defaults={"state": dismissed},
                create_defaults={
                    "state": dismissed,
                    "score": pair.score,
                    "reasons": pair.reasons,
                },
            )


def _pair(one: int, other: int, likeness) -> SuspectedPair:
    first, second = sorted((one, other))
    return SuspectedPair(
        first_id=first,
        second_id=second,
        score=likeness.score,
        reasons=list(likeness.reasons),
        is_certain=likeness.certain,
    )


def _store(found: Iterable[SuspectedPair], known: QuerySet[SuspectedPair]) -> int:
    """Keep what was found; forget what was known besides, unless it was dismissed."""
    wanted = {(pair.first_id, pair.second_id): pair for pair in found}
    opened = SuspectedPair.State.OPEN
    gone = [
        pair.pk
        for pair in known.filter(state=opened)
        if (pair.first_id, pair.second_id) not in wanted
    ]
    known.filter(pk__in=gone).delete()
    # A state that an editor set stays.
    SuspectedPair.objects.bulk_create(
        wanted.values(),
        batch_size=_AT_ONCE,
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=["score", "reasons", "is_certain"],
    )
    return known.filter(state=opened).count()
