"""`manage.py run_schedule`."""

import logging
import signal
import threading
import time
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from home.schedule import Job, Schedule

LOOKS_EVERY = 5  # seconds

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Run the site's regular jobs until told to stop."""

    help = "Runs the regular jobs, such as publish_scheduled, at their intervals."

    def add_arguments(self, parser) -> None:
        """Let a health check see that the loop turns."""
        parser.add_argument("--heartbeat", type=Path, help="a file to touch each turn")

    def handle(self, *, heartbeat: Path | None, **options) -> None:
        """Turn until SIGTERM or Ctrl-C; a job that fails is said and tried again."""
        self.heartbeat = heartbeat
        self.stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stopped.set())
        self.schedule = Schedule()
        while not self.stopped.is_set():
            for job in self.schedule.due(time.monotonic()):
                self._run(job)
            self._beat()
            self.stopped.wait(LOOKS_EVERY)

    def _run(self, job: Job) -> None:
        def go_on() -> bool:
            self._beat()
            waited_for = not self.schedule.may_go_on(job, time.monotonic())
            return not (waited_for or self.stopped.is_set())

        options = job.options | ({"go_on": go_on} if job.yields else {})
        # Nobody else gives back a connection that the database has closed.
        close_old_connections()
        try:
            call_command(job.command, **options)
        except Exception:
            logger.exception("%s failed", job.command)
        self.schedule.done(job, time.monotonic())
        self._beat()

    def _beat(self) -> None:
        if self.heartbeat is not None:
            self.heartbeat.touch()
