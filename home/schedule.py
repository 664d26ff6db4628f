"""Which regular job is due; knows no clock and runs nothing."""

from dataclasses import dataclass, field
from typing import Any

MINUTE, HOUR = 60.0, 3600.0


@dataclass(frozen=True)
class Job:
    """A management command and the seconds between two of its runs.

    One that `yields` takes `go_on` and asks it whether to go on: it stops early for
    the others, and its next run takes up what is left.
    """

    command: str
    every: float
    options: dict[str, Any] = field(default_factory=dict, hash=False)
    yields: bool = False


JOBS = (
    Job("publish_scheduled", 5 * MINUTE),
    Job("find_duplicates", 24 * HOUR),
    Job("find_edited", HOUR),
    Job("purge_personal_data", 24 * HOUR),
    Job("send_reminders", 24 * HOUR),
    # Each run takes what is due; the services are asked a few times a second at most.
    Job("check_references", HOUR, {"limit": 200}, yields=True),
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

    def may_go_on(self, running: Job, now: float) -> bool:
        """Whether no other job waits at `now` for the one that runs."""
        return not set(self.due(now)) - {running}

    def done(self, job: Job, now: float) -> None:
        """Note that a job ended at `now`, whatever came of it."""
        self._ended[job] = now
