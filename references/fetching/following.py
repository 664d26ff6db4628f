"""Reading an address to its end, every redirect checked like the address itself."""

from dataclasses import dataclass

import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from references.fetching import connection
from references.fetching.errors import AddressRefused, TooManyRedirects
from references.fetching.policy import PUBLIC, Address, Policy, checked, port

MAX_REDIRECTS = 5
MAX_BYTES = 2_000_000
SECONDS = 5.0

_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True)
class Fetched:
    """What a server answered; `url` is where the redirects ended."""

    url: str
    status: int
    headers: httpx.Headers
    body: bytes

    @property
    def media_type(self) -> str:
        """Its media type in lower case, such as `text/html`, without parameters."""
        content_type: str = self.headers.get("Content-Type", "")
        return content_type.partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """Its body as text, in the character set that it names, else UTF-8."""
        return httpx.Response(self.status, headers=self.headers, content=self.body).text


def fetch(
    url: str,
    *,
    policy: Policy = PUBLIC,
    trusted: frozenset[str] = frozenset(),
    headers: dict[str, str] | None = None,
    seconds: float = SECONDS,
    max_bytes: int = MAX_BYTES,
) -> Fetched:
    """Give what `url` answers, whatever the status, within `seconds` in all.

    Sends no cookies and no credentials, and takes no notice of proxies that the
    environment names. A name is refused if any of its addresses is. `trusted` holds
    places as "host:port" that the site's settings name: they alone need not be public.
    Raises a `FetchError`.
    """
    deadline = connection.Deadline(seconds)
    headers = {"User-Agent": user_agent(), **(headers or {})}
    try:
        target = httpx.URL(url.strip())
        for _redirect in range(MAX_REDIRECTS + 1):
            addresses = _allowed_addresses(target, policy, trusted, deadline)
            answer = connection.send(target, addresses, headers, deadline, max_bytes)
            location = answer.headers.get("Location")
            if answer.status_code not in _REDIRECTS or not location:
                return Fetched(
                    url=str(target),
                    status=answer.status_code,
                    headers=answer.headers,
                    body=answer.content,
                )
            target = target.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise AddressRefused(_("This is not a web address.")) from error
    raise TooManyRedirects


def user_agent() -> str:
    """Give the name that the site goes by, with its address and a contact."""
    return f"Citewell/1 ({settings.SITE_URL}; mailto:{settings.CONTACT_EMAIL})"


def place(url: httpx.URL) -> str:
    """Give host and port of an address, as `trusted` names them."""
    return f"{url.host}:{port(url)}"


def _allowed_addresses(
    url: httpx.URL,
    policy: Policy,
    trusted: frozenset[str],
    deadline: connection.Deadline,
) -> list[Address]:
    if place(url) in trusted and url.scheme in ("http", "https"):
        return connection.resolve(url, deadline)
    addresses = connection.resolve(checked(url, policy.ports), deadline)
    if not all(map(policy.allowed, addresses)):
        raise AddressRefused(_("The address leads into a private network."))
    return addresses
