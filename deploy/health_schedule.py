"""Health check of the scheduler: did its loop turn lately?

It touches a file between its jobs, and a long job does between two of its steps.
"""

import sys
import time
from pathlib import Path

STILL_ALIVE_AFTER = 5 * 60  # seconds


def main() -> None:
    """End with status 0 if the heartbeat is young enough, 1 with a sentence if not."""
    beat = Path(sys.argv[1])
    if not beat.exists() or time.time() - beat.stat().st_mtime > STILL_ALIVE_AFTER:
        raise SystemExit("the schedule stands still")


if __name__ == "__main__":
    main()
