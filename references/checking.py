"""Finding out what became of the sources: retracted, questioned, gone from the web.

What a check finds is a fact about the source. It needs nobody's approval, is shown to
readers at once, and stands in the history of the record and of the pages that use it.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from references import fetching, lookup, signals, uses
from references.fetching import PUBLIC, Policy
from references.lookup import Checked
from references.models import LinkState, Reference, StandingState
from references.models.checked import CHECKED_FIELDS
from references.standing import State

CHECK_AGAIN_AFTER = timedelta(days=7)
TRY_AGAIN_AFTER = timedelta(days=1)

_HAS_IDENTIFIER = Q(doi__isnull=False) | Q(pmid__isnull=False)

logger = logging.getLogger(__name__)


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
        worse = State(self.after).severity > State(self.before).severity
        return worse and self.reference.is_in_trouble


@dataclass
class Run:
    """What came of checking several records."""

    checked: int = 0
    failed: int = 0
    events: list[Event] = field(default_factory=list)


def checkable() -> models.QuerySet[Reference]:
    """Give the published records that can be checked, the longest unasked first.

    Those with a DOI or PMID are asked for their standing; of the others the address
    is tried.
    """
    last = Coalesce("standing_asked_at", "link_checked_at").asc(nulls_first=True)
    return (
        Reference.objects.live()
        .filter(_HAS_IDENTIFIER | ~Q(url=""))
        .order_by(last, "pk")
    )


def due(now: datetime | None = None) -> models.QuerySet[Reference]:
    """Give those of them that a check is due for, in the same order.

    A week after the last one; a day after one that failed; and on the day after an
    address was gone, for a second look tells whether it is dead.
    """
    now = now or timezone.now()
    week, day = now - CHECK_AGAIN_AFTER, now - TRY_AGAIN_AFTER
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    standing = (
        Q(standing_asked_at=None)
        | Q(standing_asked_at__lt=week)
        | (~Q(standing_failure="") & Q(standing_asked_at__lt=day))
    )
    address = (
        Q(link_checked_at=None)
        | Q(link_checked_at__lt=week)
        | Q(link_state=LinkState.SUSPECT, link_checked_at__lt=today)
    )
    return checkable().filter(
        (_HAS_IDENTIFIER & standing) | (~_HAS_IDENTIFIER & address)
    )


def only_addresses(
    references: models.QuerySet[Reference],
) -> models.QuerySet[Reference]:
    """Leave those of which the address is tried."""
    return references.exclude(_HAS_IDENTIFIER)


def check(reference: Reference, *, policy: Policy = PUBLIC) -> Event | None:
    """Check one record and give what changed, if anything did."""
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
    with _locked(reference):
        facts: dict[str, Any] = {
            "standing_asked_at": checked.checked_at,
            "standing_failure": _failure(checked),
        }
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
        before = reference.standing
        _store(reference, facts)
        if reference.standing == before:
            return None
        event = Event(reference, "standing", before, reference.standing)
        _note(event, dict(StandingState.choices))
    return event


def check_link(reference: Reference, *, policy: Policy = PUBLIC) -> Event | None:
    """Try the address of a source and store whether it answers.

    It is dead when two checks, on different days, found nothing there. A refusal or a
    server in trouble proves nothing, and leaves a suspicion as it was. Only that it
    died or came back is an event.
    """
    look = LinkState(fetching.check_link(reference.url, policy=policy).value)
    with _locked(reference):
        now, before = timezone.now(), LinkState(reference.link_state)
        after = _link_state(before, look, reference.link_checked_at, now)
        facts = {"link_state": after.value, "link_checked_at": now}
        _store(reference, facts | {"standing_failure": ""})
        if after == before or LinkState.DEAD not in (before, after):
            return None
        event = Event(reference, "link_state", before.value, after.value)
        _note(event, dict(LinkState.choices))
    return event


def check_all(
    keys: Iterable[int],
    *,
    policy: Policy = PUBLIC,
    go_on: Callable[[], bool] = lambda: True,
) -> Run:
    """Check the records with these keys, one after the other, while `go_on()`.

    Whatever goes wrong with one of them is logged and does not end the run.
    """
    run = Run()
    for key in keys:
        if not go_on():
            break
        reference = Reference.objects.filter(pk=key).first()
        if reference is None:
            continue
        run.checked += 1
        try:
            event = check(reference, policy=policy)
        except Reference.DoesNotExist:
            # Deleted while the services were asked.
            continue
        except Exception:
            logger.exception("The check of reference %s failed", key)
            _note_failure(reference)
            event = None
        run.failed += bool(reference.standing_failure)
        if event is not None:
            run.events.append(event)
    return run


def _failure(checked: Checked) -> str:
    if checked.failures:
        return " ".join(f"{name}: {why}" for name, why in checked.failures.items())
    if checked.standing is None:
        return _("No source knows this work.")
    return ""


def _link_state(
    before: LinkState, look: LinkState, looked_at: datetime | None, now: datetime
) -> LinkState:
    if look == LinkState.ALIVE:
        return look
    if look == LinkState.DEAD:
        if before == LinkState.DEAD:
            return before
        is_second = before == LinkState.SUSPECT and looked_at is not None
        if is_second and timezone.localdate(looked_at) < timezone.localdate(now):
            return LinkState.DEAD
        return LinkState.SUSPECT
    return before if before in (LinkState.SUSPECT, LinkState.DEAD) else look


@contextmanager
def _locked(reference: Reference) -> Iterator[None]:
    """Hold the row, read anew, so that two runs never tell of one event twice."""
    with transaction.atomic():
        rows = Reference.objects.select_for_update()
        reference.refresh_from_db(fields=CHECKED_FIELDS, from_queryset=rows)
        yield


def _store(reference: Reference, facts: dict[str, Any]) -> None:
    Reference.objects.filter(pk=reference.pk).update(**facts)
    for name, value in facts.items():
        setattr(reference, name, value)


def _note(event: Event, labels: dict[str, Any]) -> None:
    """Put an event into the histories of the record and of the pages that use it.

    Other apps hear of one that is bad.
    """
    reference = event.reference
    data = {
        "reference": {"pk": reference.pk, "title": str(reference)},
        "before": str(labels[event.before]),
        "after": str(labels[event.after]),
    }
    action = f"references.{event.field}_changed"
    log(instance=reference, action=action, data=data)
    pages = uses.published_pages(reference)
    for page in pages:
        log(instance=page, action=action, data=data)
    if event.is_bad:
        signals.troubled.send(Reference, event=event, pages=pages)


def _note_failure(reference: Reference) -> None:
    """Let the others have their turn before one whose check broke has the next."""
    now = timezone.now()
    facts = {
        "standing_failure": _("The check itself failed; the log says why."),
        "standing_asked_at": now,
        "link_checked_at": now,
    }
    _store(reference, facts)
