"""Finding out what became of the sources: retracted, questioned, gone from the web.

What a check finds is a fact about the source. It needs nobody's approval, is shown to
readers at once, and stands in the history of the record and of the pages that use it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from references import fetching, lookup, uses
from references.fetching import PUBLIC, Policy
from references.lookup import Checked
from references.models import LinkState, Reference, StandingState
from references.standing import State

CHECK_AGAIN_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Event:
    """Something that changed about a source: its standing, or its address."""

    reference: Reference
    field: str
    before: str
    after: str

    @property
    def is_bad(self) -> bool:
        """Whether editors should look at it today."""
        if self.field == "link_state":
            return self.after == LinkState.DEAD
        return self.reference.is_in_trouble


def due(now=None):
    """Give the published records that a check is due for, the longest unchecked first.

    Those with a DOI or PMID are asked for their standing; of the others the address
    is tried.
    """
    before = (now or timezone.now()) - CHECK_AGAIN_AFTER
    never = F("standing_checked_at").asc(nulls_first=True)
    has_identifier = Q(doi__isnull=False) | Q(pmid__isnull=False)
    standing = has_identifier & (
        Q(standing_checked_at=None) | Q(standing_checked_at__lt=before)
    )
    address = (
        ~has_identifier
        & ~Q(url="")
        & (
            Q(link_checked_at=None)
            | Q(link_checked_at__lt=before)
            # A second look, on another day, tells whether it is gone.
            | Q(link_state=LinkState.SUSPECT)
        )
    )
    return Reference.objects.live().filter(standing | address).order_by(never, "pk")


def check(reference: Reference, *, policy: Policy = PUBLIC) -> Event | None:
    """Check one record and give what changed, if anything did; raises nothing."""
    if reference.doi or reference.pmid:
        return check_standing(reference)
    if reference.url:
        return check_link(reference, policy=policy)
    return None


def check_standing(reference: Reference) -> Event | None:
    """Ask what became of a work and store it.

    A check counts only when every source answered and one of them knows the work.
    Otherwise the record says why and since when it is unchecked, and what was known
    before goes on holding, save for something worse.
    """
    checked = lookup.standing_of(doi=reference.doi or "", pmid=reference.pmid or "")
    found = checked.standing
    facts: dict[str, Any] = {"standing_failure": _failure(checked)}
    if found is not None:
        is_worse = found.state.severity > State(reference.standing).severity
        if checked.is_complete or is_worse:
            facts |= {
                "standing": found.state.value,
                "notice_doi": found.notice_doi,
                "notice_pmid": found.notice_pmid,
                "notice_date": "-".join(f"{part:02d}" for part in found.date),
                "standing_sources": list(found.sources or checked.answered),
            }
        if checked.is_complete:
            facts["standing_checked_at"] = checked.checked_at
    return _store(reference, "standing", facts)


def check_link(reference: Reference, *, policy: Policy = PUBLIC) -> Event | None:
    """Try the address of a source and store whether it answers.

    It is dead when two checks, on different days, found nothing there; a refusal or a
    server in trouble proves nothing.
    """
    state = LinkState(fetching.check_link(reference.url, policy=policy).value)
    now, before = timezone.now(), reference.link_checked_at
    if state == LinkState.DEAD:
        if reference.link_state not in (LinkState.SUSPECT, LinkState.DEAD):
            state = LinkState.SUSPECT
        elif before is not None and before.date() == now.date():
            return None
    facts = {"link_state": state.value, "link_checked_at": now}
    return _store(reference, "link_state", facts)


def check_all(
    references: Iterable[Reference], *, policy: Policy = PUBLIC
) -> tuple[int, list[Event]]:
    """Check records one after the other; give how many, and what changed."""
    count, events = 0, []
    for reference in references:
        event = check(reference, policy=policy)
        count += 1
        if event is not None:
            events.append(event)
    return count, events


def _failure(checked: Checked) -> str:
    if checked.failures:
        return " ".join(f"{name}: {why}" for name, why in checked.failures.items())
    if checked.standing is None:
        return _("No source knows this work.")
    return ""


@transaction.atomic
def _store(reference: Reference, field: str, facts: dict[str, Any]) -> Event | None:
    before = getattr(reference, field)
    Reference.objects.filter(pk=reference.pk).update(**facts)
    for name, value in facts.items():
        setattr(reference, name, value)
    after = str(getattr(reference, field))
    if after == before:
        return None
    labels = dict((*StandingState.choices, *LinkState.choices))
    data = {
        "reference": {"pk": reference.pk, "title": str(reference)},
        "before": str(labels.get(before, before)),
        "after": str(labels.get(after, after)),
    }
    action = f"references.{field}_changed"
    log(instance=reference, action=action, data=data)
    for page in uses.published_pages(reference):
        log(instance=page, action=action, data=data)
    return Event(reference, field, before, after)
