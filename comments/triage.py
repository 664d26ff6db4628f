"""Asks the checks about a comment: gathers what they need, and gives what is stored."""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from comments import checks
from comments.checks import Context, Level, Sent
from comments.models import Comment

# Among how many of the last texts a repeated one is looked for.
RECENT = 50


@dataclass(frozen=True)
class Sending:
    """How a form came in.

    `trap` stood in the field that people do not see; `seconds` passed since the form
    was shown, as many as people take where there was none; `address_hash` tells where
    it came from.
    """

    address_hash: str = ""
    trap: str = ""
    seconds: float = 60


@dataclass(frozen=True)
class Examined:
    """What the checks say, as it is stored."""

    findings: list[dict[str, Any]]
    risk: int


def examine(text: str, *, page: Any, sending: Sending, but: int = 0) -> Examined:
    """Examine a text for a page; `but` is the key of the comment that it is already."""
    others = Comment.objects.exclude(pk=but)
    recent = others.exclude(comment="").order_by("-pk")[:RECENT]
    site = page.get_site()
    context = Context(
        trap=sending.trap,
        seconds=sending.seconds,
        sent=_sent(others, page, sending.address_hash),
        recent=tuple(recent.values_list("comment", flat=True)),
        names=frozenset(author.title for author in page.answering_authors()),
        hosts=frozenset({site.hostname} if site else ()),
    )
    found = checks.findings(text, context=context)
    stored = [asdict(each) | {"level": int(each.level)} for each in found]
    return Examined(stored, int(checks.risk(found)))


def worries(text: str) -> bool:
    """Tell whether a text sounds as if its writer were in despair."""
    return checks.crisis(text) >= Level.WORRY


def _sent(others: Any, page: Any, address_hash: str) -> Sent:
    now = timezone.now()
    ten_minutes, hour = now - timedelta(minutes=10), now - timedelta(hours=1)
    day = now - timedelta(days=1)
    on_page = page.comments.filter(submit_date__gt=hour)
    if not address_hash:
        return Sent(on_page_in_an_hour=on_page.count())
    ours = others.filter(address_hash=address_hash)
    return Sent(
        ours.filter(address_hashed_at__gt=ten_minutes).count(),
        ours.filter(address_hashed_at__gt=day).count(),
        on_page.count(),
    )
