"""How requests are spaced, in one thread and in several."""

import threading
import time

import pytest

from references.lookup.limits import Limiter, TooBusy


def seconds(action):
    start = time.monotonic()
    action()
    return time.monotonic() - start


def test_requests_to_one_place_are_spaced_across_threads():
    limiter = Limiter()
    threads = [
        threading.Thread(target=limiter.wait, args=("here", 0.05)) for _ in range(5)
    ]

    def all_of_them():
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert seconds(all_of_them) >= 4 * 0.05


def test_places_do_not_wait_for_each_other():
    limiter = Limiter()
    limiter.wait("here", 4.0)
    assert seconds(lambda: limiter.wait("there", 4.0)) < 1.0


def test_a_place_that_asked_for_time_gets_it():
    limiter = Limiter()
    limiter.hold("here", 0.1)
    assert seconds(lambda: limiter.wait("here", 0.0)) >= 0.09


def test_nobody_waits_for_long():
    limiter = Limiter()
    limiter.hold("here", 60.0)
    with pytest.raises(TooBusy):
        limiter.wait("here", 0.0)


def test_a_lower_rate_in_the_headers_is_taken_over():
    limiter = Limiter()
    limiter.learn("here", {"x-rate-limit-limit": "10", "x-rate-limit-interval": "1s"})
    limiter.wait("here", 0.0)
    assert seconds(lambda: limiter.wait("here", 0.0)) >= 0.09


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-rate-limit-limit": "0", "x-rate-limit-interval": "1s"},
        {"x-rate-limit-limit": "many", "x-rate-limit-interval": "1s"},
    ],
)
def test_headers_that_say_nothing_change_nothing(headers):
    limiter = Limiter()
    limiter.learn("here", headers)
    limiter.wait("here", 0.0)
    assert seconds(lambda: limiter.wait("here", 0.0)) < 0.05
