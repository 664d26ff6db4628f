"""Asking a service over HTTP: politely, within limits, and once more if it stumbles."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from references.fetching import (
    AddressRefused,
    Fetched,
    FetchError,
    TimedOut,
    TooLarge,
    fetch,
)
from references.fetching.following import place
from references.lookup.limits import LIMITER, TooBusy

SECONDS = 3.0
MAX_BYTES = 8_000_000
_LONGEST_RETRY_AFTER = 2.0
_LONGEST_HOLD = 60.0


class NoSuchRecord(Exception):
    """The service answered that it knows no such record."""


class ServiceFailed(Exception):
    """The service gave no answer that can be used; `str()` of it says why."""


@dataclass(frozen=True)
class Service:
    """A look-up service at the address `base`, asked `per_second` times at most.

    `params` are sent with every request. `missing` are the statuses by which it says
    that it knows no such record.
    """

    name: str
    base: str
    per_second: float
    params: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[int] = frozenset({404, 410})

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Fetched:
        """Give the answer to a request; `path` is joined to the base address.

        Each try may take `SECONDS`. There is a second one after a broken connection, a
        timeout, 429 and 5xx, once the service's `Retry-After` has passed; for one that
        is too far away nobody waits. Raises `NoSuchRecord` or `ServiceFailed`.
        """
        asked = {**self.params, **(params or {})}
        url = httpx.URL(f"{self.base.rstrip('/')}/{path}").copy_merge_params(asked)
        try:
            answer = self._try(url)
        except _Stumbled as stumble:
            if stumble.retry_after > _LONGEST_RETRY_AFTER:
                raise ServiceFailed(str(stumble)) from stumble
            try:
                answer = self._try(url)
            except _Stumbled as again:
                raise ServiceFailed(str(again)) from again
        if answer.status in self.missing:
            raise NoSuchRecord
        if answer.status != httpx.codes.OK:
            raise ServiceFailed(
                _("%(service)s refused the request (status %(status)d).")
                % {"service": self.name, "status": answer.status}
            )
        return answer

    def get_object(
        self, path: str, params: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Give the JSON object that is the answer to a request, as `get` does."""
        try:
            answer = json.loads(self.get(path, params).text)
        except (ValueError, RecursionError) as error:
            raise self.unreadable() from error
        if not isinstance(answer, dict):
            raise self.unreadable()
        return answer

    def unreadable(self) -> ServiceFailed:
        """Give the error for an answer that is not what the service documents."""
        return ServiceFailed(
            _("The answer of %(service)s could not be read.") % {"service": self.name}
        )

    def other_record(self) -> ServiceFailed:
        """Give the error for an answer about something that was not asked for."""
        return ServiceFailed(
            _("%(service)s answered with the record of another work.")
            % {"service": self.name}
        )

    def _try(self, url: httpx.URL) -> Fetched:
        key = f"{place(url)} {self.per_second}"
        try:
            LIMITER.wait(key, 1 / self.per_second)
            answer = fetch(
                str(url),
                trusted=frozenset({place(url)}),
                seconds=SECONDS,
                max_bytes=MAX_BYTES,
            )
        except TooBusy:
            raise ServiceFailed(
                _("%(service)s is being asked too often; try again in a minute.")
                % {"service": self.name}
            ) from None
        except (AddressRefused, TooLarge) as error:
            raise self.unreadable() from error
        except TimedOut as error:
            raise _Stumbled(
                _("%(service)s took too long to answer.") % {"service": self.name}
            ) from error
        except FetchError as error:
            raise _Stumbled(
                _("%(service)s could not be reached.") % {"service": self.name}
            ) from error
        LIMITER.learn(key, answer.headers)
        if answer.status == httpx.codes.TOO_MANY_REQUESTS or answer.status >= 500:
            retry_after = _retry_after(answer.headers)
            LIMITER.hold(key, min(retry_after, _LONGEST_HOLD))
            raise _Stumbled(
                _("%(service)s is out of order or busy (status %(status)d).")
                % {"service": self.name, "status": answer.status},
                retry_after,
            )
        return answer


class _Stumbled(Exception):
    """A try failed in a way that another one may mend."""

    def __init__(self, reason: str, retry_after: float = 0.0) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


def _retry_after(headers: Mapping[str, str]) -> float:
    """Give the seconds of a `Retry-After` (RFC 9110, 10.2.3), a number or a date."""
    value = headers.get("Retry-After", "").strip()
    if value.isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 0.0


def path_of(identifier: str) -> str:
    """Give an identifier as part of a path; the slash of a DOI stays."""
    return quote(identifier, safe="/()")


def contact() -> str:
    """Give the address that services may write to."""
    return str(settings.CONTACT_EMAIL)
