"""Child processes that end when we do, and signals that end us tidily."""

import ctypes
import os
import signal
import subprocess
import sys
import types
from collections.abc import Callable
from typing import Any

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1


class Stopped(BaseException):
    """Someone asked us to end: Ctrl-C, SIGTERM or a closed terminal."""

    def __init__(self, number: int) -> None:
        """Keep the signal's number, which makes the exit status."""
        super().__init__(number)
        self.status = 128 + number


def raise_stopped() -> None:
    """Turn the stopping signals into one exception, wherever we are."""

    def handler(number: int, _frame: types.FrameType | None) -> None:
        ignore_signals()
        raise Stopped(number)

    for number in STOPPING:
        signal.signal(number, handler)


def ignore_signals() -> None:
    """Let nothing disturb the tidying up that has begun."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)


def start(command: list[Any], **options: Any) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own, which ends if we are killed.

    Ctrl-C in a terminal reaches a whole process group; in its own session, a
    child hears of it from us alone, once, in the order that we choose.
    """
    return subprocess.Popen(
        command, start_new_session=True, preexec_fn=_prepare_child, **options
    )


def stop(child: subprocess.Popen[bytes], *, patience: float = 2) -> None:
    """End a child as Ctrl-C would, then harder, and wait until it is gone.

    Its whole group is told: make passes Ctrl-C on to nobody.
    """
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        if child.poll() is not None:
            return
        os.killpg(child.pid, number)
        try:
            child.wait(patience)
        except subprocess.TimeoutExpired:
            continue
    child.wait()


def _prepare_child() -> None:
    for number in STOPPING:
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM))


def main(function: Callable[[], int]) -> None:
    """Run a command's function and exit with its status, without tracebacks."""
    raise_stopped()
    try:
        status = function()
    except Stopped as stopped:
        status = stopped.status
    sys.exit(status)
