"""How often a service may be asked: one spacing of requests for the whole process."""

import re
import threading
import time
from collections.abc import Mapping

_LONGEST_WAIT = 5.0


class TooBusy(Exception):
    """The next free moment is too far away to wait for it."""


class Limiter:
    """Spaces the requests to each place, in whatever threads they are made."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._free_at: dict[str, float] = {}
        self._intervals: dict[str, float] = {}

    def wait(self, place: str, interval: float) -> None:
        """Sleep until `place` may be asked, `interval` seconds after the last time.

        Raises `TooBusy` where that would take too long.
        """
        with self._lock:
            now = time.monotonic()
            free_at = max(now, self._free_at.get(place, now))
            if free_at - now > _LONGEST_WAIT:
                raise TooBusy
            interval = max(interval, self._intervals.get(place, 0.0))
            self._free_at[place] = free_at + interval
        time.sleep(free_at - now)

    def hold(self, place: str, seconds: float) -> None:
        """Leave `place` alone for so long, as it asked in an answer."""
        with self._lock:
            until = time.monotonic() + seconds
            self._free_at[place] = max(until, self._free_at.get(place, 0.0))

    def learn(self, place: str, headers: Mapping[str, str]) -> None:
        """Take over the rate that the answer's headers allow, if it is lower.

        Crossref sends `X-Rate-Limit-Limit` (requests) and `X-Rate-Limit-Interval`
        ("1s").
        """
        limit = re.fullmatch(r"\s*(\d+)\s*", headers.get("x-rate-limit-limit", ""))
        span = re.fullmatch(r"\s*(\d+)\s*s?", headers.get("x-rate-limit-interval", ""))
        if limit and span and int(limit[1]):
            interval = min(int(span[1]) / int(limit[1]), _LONGEST_WAIT)
            with self._lock:
                self._intervals[place] = interval


LIMITER = Limiter()
