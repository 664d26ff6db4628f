"""Giving a disclosure, and finding the one that held."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from wagtail.log_actions import log

from accounts.models import User
from authors import icmje
from authors.models import AuthorPage, Disclosure


@transaction.atomic
def declare(
    author: AuthorPage,
    answers: object,
    statement: str = "",
    *,
    by: User | None,
    on: date | None = None,
) -> Disclosure:
    """Store what an author declares, which takes the place of what was before.

    `answers` holds for each line of `icmje.LINES` a list of interests; an empty list
    is “None”. `on` is for what was declared elsewhere, earlier. Raises
    `icmje.Incomplete`; then nothing is stored.
    """
    disclosure = Disclosure.objects.create(
        author=author,
        declared_on=on or timezone.localdate(),
        statement=statement,
        answers=answers,
        created_by=by,
    )
    log(instance=disclosure, action="wagtail.create", user=by)
    return disclosure


def held_on(authors: Iterable[AuthorPage | int], on: date) -> dict[int, Disclosure]:
    """Give, by author's key, the disclosure that held on a day, in one query.

    Authors who had given none within twelve months are left out.
    """
    held = Disclosure.objects.current(on).filter(author__in=list(authors))
    # The newest of an author comes last and stays.
    return {one.author_id: one for one in held.order_by("declared_on", "pk")}


def entities(disclosure: Disclosure) -> set[str]:
    """Give whom a disclosure names, normalised, to be compared with somebody else's."""
    return {
        icmje.normalised(interest.entity)
        for _, interests in disclosure.lines
        for interest in interests
    }


def overdue(on: date):
    """Give the published authors who must be asked, longest overdue first.

    Each has `last_declared_on`, None where they never declared anything.
    """
    return (
        AuthorPage.objects.live()
        .annotate(
            last_declared_on=Max(
                "disclosures__declared_on", filter=Q(disclosures__declared_on__lte=on)
            )
        )
        .filter(
            Q(last_declared_on=None) | Q(last_declared_on__lte=icmje.outdated_since(on))
        )
        .order_by("last_declared_on", "title")
    )
