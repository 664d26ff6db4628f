"""The process that `importing.conversion` starts: bytes in, JSON out, within limits."""

import json
import re
import resource
import sys
import time
from pathlib import Path

from importing.conversion import MOST_MEMORY
from importing.draft import as_json
from importing.reading import read
from importing.refusals import Refused


def main() -> None:
    """Read a file from standard input and write what became of it."""
    started = time.perf_counter()
    _limit(resource.RLIMIT_AS, MOST_MEMORY)
    _limit(resource.RLIMIT_CPU, int(sys.argv[2]))
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    try:
        draft = read(sys.stdin.buffer.read(), sys.argv[1])
        answer: dict[str, object] = {"draft": as_json(draft)}
    except Refused as refused:
        answer = {"refused": {"reason": refused.reason, "values": refused.values}}
    answer |= {
        "seconds": round(time.perf_counter() - started, 2),
        "megabytes": _most_memory(),
    }
    json.dump(answer, sys.stdout)


def _most_memory() -> float:
    """Give the most memory that was in use, in MB, as Linux counts it for a process.

    What `getrusage` says includes the process that this one was started from.
    """
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return 0.0
    kilobytes = re.search(r"VmHWM:\s*(\d+)", status)
    return round(int(kilobytes[1]) / 1024, 1) if kilobytes else 0.0


def _limit(what: int, most: int) -> None:
    """Set a limit, where the system knows it."""
    try:
        resource.setrlimit(what, (most, most))
    except (OSError, ValueError):
        return


if __name__ == "__main__":
    main()
