"""Whether what a link points to is still there."""

from enum import StrEnum

from references.fetching.errors import FetchError, HostNotFound, TooLarge
from references.fetching.following import fetch
from references.fetching.policy import PUBLIC, Policy

_GONE = {404, 410}


class LinkState(StrEnum):
    """What one look at a link tells."""

    ALIVE = "alive"
    DEAD = "dead"
    UNKNOWN = "unknown"


def check_link(url: str, *, policy: Policy = PUBLIC, seconds: float = 5.0) -> LinkState:
    """Tell whether a link is alive; raises nothing.

    Dead is only what says so: 404, 410, or a server's name that is gone. Sites refuse
    programs (403, 429), break (5xx) and are slow while readers can open them: of such
    a link nothing is known.
    """
    try:
        status = fetch(url, policy=policy, seconds=seconds).status
    except HostNotFound as error:
        return LinkState.DEAD if error.is_gone else LinkState.UNKNOWN
    except TooLarge:
        return LinkState.ALIVE
    except FetchError:
        return LinkState.UNKNOWN
    if status in _GONE:
        return LinkState.DEAD
    return LinkState.ALIVE if 200 <= status < 300 else LinkState.UNKNOWN
