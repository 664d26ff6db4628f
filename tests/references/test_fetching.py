"""Addresses that people paste: what is read of them, and what is refused."""

import gzip
from ipaddress import ip_address

import httpx
import pytest

from references.fetching import (
    AddressRefused,
    HostNotFound,
    LinkState,
    Policy,
    TimedOut,
    TooLarge,
    TooManyRedirects,
    Unreachable,
    check_link,
    fetch,
    is_public,
)
from references.fetching.connection import Deadline, send
from tests.references.lookup.server import Answer, serving


@pytest.fixture
def server():
    with serving() as server:
        yield server


@pytest.fixture
def policy(server):
    """Lets the test's own server be read, and nothing else."""
    return Policy(
        allowed=lambda address: address == ip_address("127.0.0.1"),
        ports=frozenset({server.port}),
    )


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "193.0.6.139", "2606:4700:4700::1111", "2a00:1450:4001:82b::200e"],
)
def test_global_unicast_is_public(address):
    assert is_public(ip_address(address)) is True


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104  (asked for, not bound)
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::7f00:1",
        "2001:db8::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2002:7f00:1::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "ff02::1",
    ],
)
def test_everything_else_is_not(address):
    assert is_public(ip_address(address)) is False


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://127.0.0.1:25/",
        "javascript:alert(1)",
        "//example.org/",
        "example.org",
        "",
        "http://",
        "http://[::1",
        "http://user:secret@example.org/",
        "http://example.org:8080/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://exa\nmple.org/",
    ],
)
def test_an_address_that_is_not_on_the_public_web_is_refused(url):
    with pytest.raises(AddressRefused):
        fetch(url)


def test_gives_what_the_server_answers(server, policy):
    server.answers["/page"] = Answer(
        "<p>Ä</p>", headers={"Content-Type": "text/html; charset=utf-8"}
    )
    fetched = fetch(f"{server.url}/page?q=1", policy=policy)
    assert (fetched.url, fetched.status, fetched.media_type, fetched.text) == (
        f"{server.url}/page?q=1",
        200,
        "text/html",
        "<p>Ä</p>",
    )
    headers = server.requests[0].headers
    assert headers["Host"] == f"127.0.0.1:{server.port}"
    assert headers["User-Agent"].startswith("Citewell/1 (http://testserver; mailto:")


def test_follows_redirects_without_carrying_cookies(server, policy):
    server.answers["/old"] = Answer(
        status=301, headers={"Location": "new", "Set-Cookie": "who=me"}
    )
    server.answers["/new"] = Answer("here")
    fetched = fetch(f"{server.url}/old", policy=policy)
    assert (fetched.url, fetched.body) == (f"{server.url}/new", b"here")
    assert "Cookie" not in server.requests[1].headers


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.2/",
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "http://me@127.0.0.1/",
        "http://[::1",
    ],
)
def test_a_redirect_is_checked_like_the_address(server, policy, location):
    server.answers["/doi"] = Answer(status=302, headers={"Location": location})
    with pytest.raises(AddressRefused):
        fetch(f"{server.url}/doi", policy=policy)


def test_trust_in_one_place_does_not_extend_to_its_redirects(server):
    with serving() as other:
        server.answers["/doi"] = Answer(status=302, headers={"Location": other.url})
        with pytest.raises(AddressRefused):
            fetch(f"{server.url}/doi", trusted=frozenset({f"127.0.0.1:{server.port}"}))
        assert other.requests == []


def test_five_redirects_are_followed_and_no_more(server, policy):
    for step in range(6):
        location = {"Location": f"/{step + 1}"}
        server.answers[f"/{step}"] = Answer(status=302, headers=location)
    server.answers["/6"] = Answer("end")
    assert fetch(f"{server.url}/1", policy=policy).body == b"end"
    with pytest.raises(TooManyRedirects):
        fetch(f"{server.url}/0", policy=policy)


def test_connects_to_the_address_that_was_checked(server):
    answer = send(
        httpx.URL(f"http://rebinding.invalid:{server.port}/"),
        [ip_address("127.0.0.1")],
        {},
        Deadline(2),
        1000,
    )
    assert answer.status_code == 404
    assert server.requests[0].headers["Host"] == f"rebinding.invalid:{server.port}"


def test_tries_the_next_address_when_one_is_down(server):
    answer = send(
        httpx.URL(f"http://two.invalid:{server.port}/"),
        [ip_address("127.0.0.2"), ip_address("127.0.0.1")],
        {},
        Deadline(2),
        1000,
    )
    assert answer.status_code == 404


def test_a_large_answer_is_cut_off(server, policy):
    server.answers["/"] = Answer(b"x" * 5000)
    with pytest.raises(TooLarge):
        fetch(f"{server.url}/", policy=policy, max_bytes=1000)


def test_a_small_answer_that_unpacks_to_a_large_one_is_cut_off(server, policy):
    server.answers["/"] = Answer(
        gzip.compress(b"x" * 5_000_000), headers={"Content-Encoding": "gzip"}
    )
    with pytest.raises(TooLarge):
        fetch(f"{server.url}/", policy=policy, max_bytes=100_000)


def test_a_packed_answer_is_unpacked(server, policy):
    server.answers["/"] = Answer(
        gzip.compress(b"text"), headers={"Content-Encoding": "gzip"}
    )
    assert fetch(f"{server.url}/", policy=policy).text == "text"


@pytest.mark.parametrize("answer", [Answer(delay=1.0), Answer(b"x" * 99, drip=0.05)])
def test_a_slow_answer_is_not_waited_for(server, policy, answer):
    server.answers["/"] = answer
    with pytest.raises(TimedOut):
        fetch(f"{server.url}/", policy=policy, seconds=0.3)


def test_a_server_that_is_down_is_unreachable(policy, server):
    closed = Policy(allowed=policy.allowed, ports=frozenset({9}))
    with pytest.raises(Unreachable):
        fetch("http://127.0.0.1:9/", policy=closed)


def test_a_name_without_a_server_is_not_found():
    with pytest.raises(HostNotFound) as caught:
        fetch("http://nobody.invalid/")
    assert str(caught.value) == "There is no server named “nobody.invalid”."


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (200, LinkState.ALIVE),
        (204, LinkState.ALIVE),
        (401, LinkState.UNKNOWN),
        (403, LinkState.UNKNOWN),
        (404, LinkState.DEAD),
        (410, LinkState.DEAD),
        (429, LinkState.UNKNOWN),
        (500, LinkState.UNKNOWN),
        (503, LinkState.UNKNOWN),
    ],
)
def test_a_link_is_as_its_status_says(server, policy, status, state):
    server.answers["/"] = Answer(status=status)
    assert check_link(f"{server.url}/", policy=policy) is state


def test_of_a_slow_or_refused_link_nothing_is_known(server, policy):
    server.answers["/"] = Answer(delay=1.0)
    slow = check_link(f"{server.url}/", policy=policy, seconds=0.2)
    assert (slow, check_link("http://10.0.0.1/")) == (
        LinkState.UNKNOWN,
        LinkState.UNKNOWN,
    )
