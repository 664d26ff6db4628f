"""The regular jobs."""

import os
import signal
import subprocess
import sys
import time

from django.core.management import get_commands

from home.schedule import JOBS, Job, Schedule


def test_a_job_is_due_at_first_and_then_after_its_interval():
    job = Job("a", every=60)
    schedule = Schedule((job, Job("b", every=3600)))
    assert [each.command for each in schedule.due(0)] == ["a", "b"]
    for each in schedule.due(0):
        schedule.done(each, 10)
    assert schedule.due(69) == []
    assert schedule.due(70) == [job]


def test_every_job_is_a_command():
    assert {job.command for job in JOBS} <= set(get_commands())


def test_the_loop_ends_when_it_is_told_to(tmp_path):
    beat = tmp_path / "beat"
    database = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    process = subprocess.Popen(
        [sys.executable, "manage.py", "run_schedule", "--heartbeat", str(beat)],
        env=os.environ | {"DEBUG": "1", "DATABASE_URL": database},
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while not beat.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 0
    # A database without tables fails every job, and ends none of the others.
    assert [f"{job.command} failed" in said for job in JOBS] == [True] * len(JOBS)


def test_a_job_goes_on_until_another_one_is_due():
    short, long = Job("short", every=60), Job("long", every=3600, yields=True)
    schedule = Schedule((short, long))
    schedule.done(short, 10)
    assert schedule.due(69) == [long]
    assert schedule.may_go_on(long, 69) is True
    assert schedule.may_go_on(long, 70) is False


def test_a_young_heartbeat_is_healthy_and_an_old_one_is_not(tmp_path):
    beat = tmp_path / "beat"

    def status():
        program = [sys.executable, "deploy/health_schedule.py", str(beat)]
        return subprocess.run(program, check=False, capture_output=True).returncode

    assert status() == 1
    beat.touch()
    assert status() == 0
    os.utime(beat, (time.time() - 301, time.time() - 301))
    assert status() == 1
