"""How many requests for a source one reader, and one page, may bring in an hour."""

import time

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600
OF_ONE_READER = 10
ABOUT_ONE_PAGE = 60


def within(request: HttpRequest, page_id: int) -> bool:
    """Count a request about a page, and tell whether it may still be taken.

    Readers are told apart by a keyed hash of their address that changes every hour and
    is forgotten with it; the address itself is kept nowhere.
    """
    hour = int(time.time() // HOUR)
    # Behind a proxy all readers have its address, and the header tells them apart. Who
    # sends false ones meets the limit of the page.
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    reader = salted_hmac(__name__, f"{hour} {address} {forwarded}").hexdigest()
    return (
        _count(f"ask:{page_id}:{reader}") <= OF_ONE_READER
        and _count(f"ask:{page_id}:{hour}") <= ABOUT_ONE_PAGE
    )


def _count(key: str) -> int:
    if cache.add(key, 1, HOUR):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # Forgotten between the two.
        return 1
