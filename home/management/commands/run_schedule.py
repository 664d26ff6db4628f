"""`manage.py run_schedule`."""

import signal
import threading
import time
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand

from home.schedule import Schedule

LOOKS_EVERY = 5  # seconds


class Command(BaseCommand):
    """Run the site's regular jobs until told to stop."""

    help = "Runs the regular jobs, such as publish_scheduled, at their intervals."

    def add_arguments(self, parser) -> None:
        """Let a health check see that the loop turns."""
        parser.add_argument("--heartbeat", type=Path, help="a file to touch each turn")

    def handle(self, *, heartbeat: Path | None, **options) -> None:
        """Turn until SIGTERM or Ctrl-C; a job that fails is said and tried again."""
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        schedule = Schedule()
        while not stopped.is_set():
            for job in schedule.due(time.monotonic()):
                self._run(job.command, job.options)
                schedule.done(job, time.monotonic())
            if heartbeat is not None:
                heartbeat.touch()
            stopped.wait(LOOKS_EVERY)

    def _run(self, command: str, options: dict) -> None:
        try:
            call_command(command, **options)
        except Exception as error:  # noqa: BLE001  (one job must not end the others)
            self.stderr.write(f"{command} failed: {error!r}")
