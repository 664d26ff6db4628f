"""Which regular job is due; knows no clock and runs nothing."""

from dataclasses import dataclass, field
from typing import Any

MINUTE, HOUR = 60.0, 3600.0


@dataclass(frozen=True)
class Job:
    """A management command and the seconds between two of its runs."""

    command: str
    every: float
    options: dict[str, Any] = field(default_factory=dict, hash=False)


JOBS = (
    Job("publish_scheduled", 5 * MINUTE),
    # Each run takes what is due; the services are asked a few times a second at most.
    Job("check_references", HOUR, {"limit": 200}),
)


class Schedule:
    """Remembers when each job last ended."""

    def __init__(self, jobs: tuple[Job, ...] = JOBS) -> None:
        self._jobs = jobs
        self._ended: dict[Job, float] = {}

    def due(self, now: float) -> list[Job]:
        """Give the jobs whose turn it is at `now`, in seconds of a steady clock."""
        return [
            job
            for job in self._jobs
            if job not in self._ended or now - self._ended[job] >= job.every
        ]

    def done(self, job: Job, now: float) -> None:
        """Note that a job ended at `now`, whatever came of it."""
        self._ended[job] = now
