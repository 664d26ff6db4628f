"""Tells writers apart for some weeks without keeping their addresses."""

from datetime import date
from ipaddress import IPv6Address, ip_address

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac


def hashed(request: HttpRequest) -> str:
    """Give a keyed hash of where a request comes from; its key is another each month.

    Behind a proxy all readers have its address, and the header tells them apart.
    """
    address = _network(request.META.get("REMOTE_ADDR", ""))
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    parts = [address, *(_network(part) for part in forwarded)]
    return hash_of(" ".join(parts), timezone.localdate())


def hash_of(text: str, day: date) -> str:
    """Give the hash of a text with the key of the month that a day is in."""
    salt = f"{__name__}.{day:%Y-%m}"
    return salted_hmac(salt, text, algorithm="sha256").hexdigest()


def _network(text: str) -> str:
    # One household has more addresses of version 6 than anybody could count.
    try:
        address = ip_address(text.strip())
    except ValueError:
        return text.strip()
    if isinstance(address, IPv6Address):
        return address.exploded[:19]
    return str(address)
