"""What may be done with a reader's request for a source: ask, decide, show."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from editorial import answers, review_dates
from editorial.models import (
    Asker,
    BroughtForward,
    RequestState,
    SignOff,
    SourceRequest,
)
from editorial.quoting import quotable

# So many that nobody answered yet bring the review of a page forward.
MANY_REQUESTS = 3


class NotAccepted(ValueError):
    """This cannot be done; the message says why, in words for who asked for it."""


@dataclass(frozen=True)
class Answered:
    """A request with its outcome, as the page shows it.

    `stands` tells whether the very sentence is still in the block that it was in.
    """

    block_id: str
    sentence: str
    state: str
    outcome: str
    reason: str
    decided_at: datetime
    readers: int
    stands: bool

    @property
    def was_to_change(self) -> bool:
        """Whether the sentence should be gone, by the decision itself."""
        return self.state in (RequestState.REWORDED, RequestState.REMOVED)


@transaction.atomic
def ask(
    *, page: Any, block_id: str, sentence: str, note: str = "", email: str = ""
) -> SourceRequest:
    """Keep a reader's request, with those of others for the same sentence.

    Raises `NotAccepted` when the page takes none, or the sentence is not in the block.
    """
    _lock(page.pk)
    if not page.accepts_source_requests:
        raise NotAccepted(_("This page takes no requests."))
    offered = quotable(page, {block_id}).get(block_id, [])
    if sentence not in {each.text for each in offered}:
        raise NotAccepted(_("This sentence is no longer in the text."))
    request, is_new = SourceRequest.objects.get_or_create(
        page_id=page.pk,
        block_id=block_id,
        sentence=sentence,
        state=RequestState.WAITING,
        defaults={"revision_id": page.live_revision_id},
    )
    Asker.objects.create(source_request=request, note=note, email=email)
    if is_new:
        data = {"sentence": sentence}
        log(instance=page, action="editorial.source_requested", data=data)
    if _asked_since_review(page) >= MANY_REQUESTS:
        review_dates.bring_forward(page, BroughtForward.READER_REQUESTS)
    return request


@transaction.atomic
def decide(
    request: SourceRequest, outcome: RequestState, *, by, reason: str = ""
) -> None:
    """Give a waiting request its outcome; those who wished so are told by mail.

    Raises `NotAccepted` when it is decided already, or is declined without a reason;
    then nothing changes.
    """
    _lock(request.page_id)
    request.refresh_from_db()
    reason = reason.strip()
    if request.state != RequestState.WAITING:
        raise NotAccepted(
            _("Somebody has decided about this already: %(state)s.")
            % {"state": request.get_state_display()}
        )
    if outcome == RequestState.WAITING:
        raise NotAccepted(_("Choose what became of the sentence."))
    if outcome == RequestState.DECLINED and not reason:
        raise NotAccepted(_("Tell readers why no source is added."))
    request.state = outcome
    request.reason = reason
    request.decided_by = by
    request.decided_at = timezone.now()
    request.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    log(
        instance=request.page.specific,
        action="editorial.source_request_decided",
        user=by,
        data={"sentence": request.sentence, "state": outcome, "reason": reason},
    )
    transaction.on_commit(answers.send.enqueue)


def shown_on(page: Any) -> list[Answered]:
    """Give what readers asked about a page and what became of it, the newest first.

    Takes one query. Of several decisions about one sentence the last counts.
    """
    if page.pk is None:
        return []
    decided = (
        SourceRequest.objects.decided()
        .filter(page_id=page.pk)
        .annotate(readers=Count("askers"))
        .order_by("-decided_at", "-pk")
    )
    latest: dict[tuple[str, str], Any] = {}
    for request in decided:
        latest.setdefault((request.block_id, request.sentence), request)
    standing = standing_on(page, latest.values())
    return [
        Answered(
            request.block_id,
            request.sentence,
            request.state,
            request.outcome,
            request.reason,
            request.decided_at,
            request.readers,
            request in standing,
        )
        for request in latest.values()
    ]


def sentence_stands(page: Any, request: SourceRequest) -> bool:
    """Tell whether the very sentence is still in the block that it was in."""
    return request in standing_on(page, [request])


def standing_on(page: Any, requests) -> set[SourceRequest]:
    """Give those of some requests about a page whose sentence still stands."""
    requests = list(requests)
    found = quotable(page, {request.block_id for request in requests})
    texts = {key: {each.text for each in there} for key, there in found.items()}
    return {
        request
        for request in requests
        if request.sentence in texts.get(request.block_id, set())
    }


def _asked_since_review(page: Page) -> int:
    """Count how often readers asked, since the last sign-off, what nobody answered."""
    waiting = Asker.objects.filter(
        source_request__page_id=page.pk, source_request__state=RequestState.WAITING
    )
    newest = SignOff.objects.filter(page_id=page.pk).first()
    if newest is not None:
        waiting = waiting.filter(created_at__gt=newest.signed_at)
    return waiting.count()


def _lock(page_id: int) -> None:
    # One at a time: a sentence is no key that every database can keep unique.
    Page.objects.select_for_update().get(pk=page_id)
