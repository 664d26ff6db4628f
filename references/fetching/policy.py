"""Which addresses may be read (OWASP, "Server-Side Request Forgery Prevention")."""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network

import httpx
from django.utils.translation import gettext as _

from references.fetching.errors import AddressRefused

Address = IPv4Address | IPv6Address

_UNICAST = IPv6Network("2000::/3")
_6TO4 = IPv6Network("2002::/16")
# Azure's servers find their host's metadata at this address of the public range.
_AZURE_METADATA = IPv4Address("168.63.129.16")


def is_public(address: Address) -> bool:
    """Whether an address is global unicast by IANA's special-purpose registries.

    IPv6 outside of 2000::/3 is refused whole, and so is 6to4: their addresses can
    carry a private IPv4 address.
    """
    if isinstance(address, IPv6Address) and (
        address not in _UNICAST or address in _6TO4
    ):
        return False
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and address != _AZURE_METADATA
    )


@dataclass(frozen=True)
class Policy:
    """What `fetch` may connect to: addresses for which `allowed` holds, at `ports`."""

    allowed: Callable[[Address], bool] = is_public
    ports: frozenset[int] = frozenset({80, 443})


PUBLIC = Policy()


def checked(url: httpx.URL, ports: frozenset[int]) -> httpx.URL:
    """Give an http(s) address that may be asked; `AddressRefused` for another one."""
    if url.scheme not in ("http", "https"):
        raise AddressRefused(_("Only addresses with http:// or https:// can be read."))
    if not url.host:
        raise AddressRefused(_("The address names no server."))
    if url.userinfo:
        raise AddressRefused(_("The address holds a user name or a password."))
    if port(url) not in ports:
        raise AddressRefused(_("The address names an unusual port."))
    return url


def port(url: httpx.URL) -> int:
    """Give the port of an http(s) address, named or not."""
    return url.port or (443 if url.scheme == "https" else 80)
