"""Where the development site is served: checked before anything else is done."""

import contextlib
import errno
import ipaddress
import os
import socket
from dataclasses import dataclass

LAST_PORT = 65535


@dataclass(frozen=True)
class Address:
    """A host and a port to listen on."""

    host: str
    port: int

    @property
    def is_wildcard(self) -> bool:
        """Whether every network interface is meant."""
        return self.host in {"0.0.0.0", "::"}  # noqa: S104 - compared, not bound

    @property
    def is_loopback(self) -> bool:
        """Whether nobody but this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def authority(self) -> str:
        """Host and port as `runserver` and addresses write them."""
        return _authority(self.host, self.port)

    @property
    def url(self) -> str:
        """The address that a browser on this machine can open."""
        host = self.host
        if self.is_wildcard:
            host = "::1" if ":" in self.host else "127.0.0.1"
        return f"http://{_authority(host, self.port)}/"


def from_environment() -> Address:
    """Read HOST and PORT."""
    host = os.environ.get("HOST", "").strip("[] ") or "127.0.0.1"
    port = os.environ.get("PORT", "").strip() or "8000"
    if not (port.isascii() and port.isdigit() and 0 < int(port) <= LAST_PORT):
        raise SystemExit(f"PORT={port} is not a port: give a number up to {LAST_PORT}.")
    return Address(host, int(port))


def refuse_taken(place: Address) -> None:
    """End with one sentence when nothing can be served there."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(
            place.host, place.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as probe:
            # As Django's server does: a port that was just left is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
            probe.listen(1)
    except socket.gaierror:
        raise SystemExit(f"HOST={place.host} is not known on this machine.") from None
    except OSError as error:
        raise SystemExit(_sentence(place, error)) from None


def names_of_this_machine(place: Address) -> list[str]:
    """Return the host names that may be asked for when others can reach the site."""
    names = {"localhost", "127.0.0.1", "[::1]", socket.gethostname().lower()}
    if not place.is_wildcard:
        names.add(place.authority.rsplit(":", 1)[0].lower())
    # The address of the interface that leads outward; nothing is sent.
    with contextlib.suppress(OSError), _udp_socket() as outward:
        outward.connect(("192.0.2.1", 9))
        names.add(outward.getsockname()[0])
    return sorted(names)


def _udp_socket() -> socket.socket:
    return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)


def _authority(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _sentence(place: Address, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {place.port} on {place.host} is taken: stop what runs there, "
            f"or choose another with `make run PORT={place.port + 1}`."
        )
    if error.errno == errno.EACCES:
        return f"Port {place.port} is not open to this user: choose one above 1023."
    return f"Nothing can be served on {place.authority}: {error.strerror}."
