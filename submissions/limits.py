"""How often links may be asked for and tried within an hour."""

import time

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600
FROM_ONE_PLACE = 20
TO_ONE_ADDRESS = 3


def may_ask_for_link(request: HttpRequest) -> bool:
    """Count a request for a link, and tell whether this place may still ask.

    Places are told apart by a keyed hash of their address that changes every hour; the
    address itself is kept nowhere.
    """
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return _count(f"{address} {forwarded}") <= FROM_ONE_PLACE


def may_be_mailed(email: str) -> bool:
    """Count a link for an address, and tell whether it may still be sent one."""
    return _count(email.lower()) <= TO_ONE_ADDRESS


def _count(whose: str) -> int:
    hour = int(time.time() // HOUR)
    key = f"link:{salted_hmac(__name__, f'{hour} {whose}').hexdigest()}"
    if cache.add(key, 1, HOUR):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # Forgotten between the two.
        return 1
