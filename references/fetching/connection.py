"""One request over a connection to an address that was checked, within one deadline.

httpcore, which httpx sends its requests with, lets the connection be made by the caller
and still keeps host name and certificate right. So the address that is connected to is
the one that was checked, whatever the name resolves to a moment later.
"""

import socket
import ssl
import time
import zlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeoutError
from functools import lru_cache
from ipaddress import ip_address
from typing import Any

import httpcore
import httpx

from references.fetching.errors import (
    FetchError,
    HostNotFound,
    TimedOut,
    TooLarge,
    Unreachable,
)
from references.fetching.policy import Address, port

_GONE = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class Deadline:
    """A moment until which everything must be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Give the seconds that are left; `TimedOut` when none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimedOut
        return left


def resolve(url: httpx.URL, deadline: Deadline) -> list[Address]:
    """Give the addresses of a server's name; `HostNotFound` when it has none."""
    # The system's resolver knows no time limit.
    executor = ThreadPoolExecutor(max_workers=1)
    try:
        found = executor.submit(
            socket.getaddrinfo, url.host, port(url), type=socket.SOCK_STREAM
        ).result(deadline.left())
    except FutureTimeoutError:
        raise TimedOut from None
    except (OSError, UnicodeError) as error:
        is_gone = isinstance(error, socket.gaierror) and error.errno in _GONE
        raise HostNotFound(url.host, is_gone=is_gone) from error
    finally:
        executor.shutdown(wait=False)
    return [ip_address(str(entry[4][0])) for entry in found]


def send(
    url: httpx.URL,
    addresses: list[Address],
    headers: dict[str, str],
    deadline: Deadline,
    max_bytes: int,
) -> httpx.Response:
    """Ask one of `addresses` for `url` and give its whole answer, redirect or not.

    Any `FetchError` is raised when there is none within `deadline` and `max_bytes`.
    """
    request = httpx.Request(
        "GET", url, headers={"Accept-Encoding": "identity", "Connection": "close"}
    )
    request.headers.update(headers)
    target = httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )
    try:
        with (
            httpcore.ConnectionPool(
                ssl_context=_tls(), network_backend=_Backend(addresses, deadline)
            ) as pool,
            pool.stream("GET", target, headers=request.headers.raw) as response,
        ):
            answered = httpx.Headers(response.headers)
            raw = _read(response.iter_stream(), max_bytes)
    except FetchError:
        raise
    except httpcore.TimeoutException:
        raise TimedOut from None
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise Unreachable from error
    body = _decoded(raw, answered.get("Content-Encoding", ""), max_bytes)
    answered.pop("Content-Encoding", None)
    return httpx.Response(
        response.status, headers=answered, content=body, request=request
    )


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


def _read(chunks: Iterable[bytes], max_bytes: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > max_bytes:
            raise TooLarge
    return bytes(body)


def _decoded(raw: bytes, encoding: str, max_bytes: int) -> bytes:
    """Unpack what a server compressed although it was asked not to."""
    if encoding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        return raw
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        body = unpacker.decompress(raw, max_bytes)
    except zlib.error as error:
        raise Unreachable from error
    if unpacker.unconsumed_tail:
        raise TooLarge
    return body


class _Backend(httpcore.NetworkBackend):
    """Connects to the given addresses alone, whatever host is asked for."""

    def __init__(self, addresses: list[Address], deadline: Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        for place, address in enumerate(self._addresses, start=1):
            # One that keeps silent must leave time for the others.
            share = self._deadline.left() / (len(self._addresses) - place + 1)
            try:
                stream = self._sockets.connect_tcp(str(address), port, timeout=share)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if place == len(self._addresses):
                    raise
            else:
                return _Stream(stream, self._deadline)
        raise httpcore.ConnectError(f"{host} has no address")


class _Stream(httpcore.NetworkStream):
    """A connection of which every step keeps the one deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left()
        stream = self._stream.start_tls(ssl_context, server_hostname, left)
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
