"""From a fresh clone to a served site with demo content: `make run`."""

import os
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from tools import address, environment, processes
from tools.environment import ROOT, say

STARTING_TAKES_AT_MOST = 60  # seconds
POLL = 0.1


def main() -> int:
    """Make all that is missing, serve until told to stop, and say how it went."""
    place = address.from_environment()
    address.refuse_taken(place)
    python = environment.ensure()
    (ROOT / "var").mkdir(exist_ok=True)
    settings = _settings(place)
    if _finish([python, "-m", "tools.prepare"], settings):
        return 1
    serve = [python, "manage.py", "runserver", "--noreload", place.authority]
    server = processes.start(serve, cwd=ROOT, env=settings)
    try:
        return _serve(server, place)
    except processes.Stopped:
        return 0
    finally:
        processes.stop(server)


def _settings(place: address.Address) -> dict[str, str]:
    """Return the environment of a development site, where the user's own wins."""
    settings = {
        "DEBUG": "1",
        "SITE_URL": place.url.rstrip("/"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONUNBUFFERED": "1",
    }
    if not place.is_loopback:
        settings["ALLOWED_HOSTS"] = ",".join(address.names_of_this_machine(place))
    return settings | os.environ


def _finish(command: list[str | Path], settings: dict[str, str]) -> int:
    """Run a child to its end, and stop it if we are stopped."""
    child = processes.start(command, cwd=ROOT, env=settings)
    try:
        return child.wait()
    finally:
        processes.stop(child)


def _serve(server: subprocess.Popen[bytes], place: address.Address) -> int:
    """Say when pages answer, then wait for the server's end, which is a failure."""
    deadline = time.monotonic() + STARTING_TAKES_AT_MOST
    while server.poll() is None and not _answers(place):
        if time.monotonic() > deadline:
            say(f"{place.url}readyz did not answer: see the lines above.")
            return 1
        time.sleep(POLL)
    if server.returncode is None:
        say(f"\nServing on {place.url}\nAdmin on   {place.url}admin/")
        say("Stop with Ctrl-C.\n")
    status = server.wait()
    say(f"The server ended by itself, with exit status {status}.")
    return 1


def _answers(place: address.Address) -> bool:
    """Tell whether the site says that it is ready; no proxy is asked."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{place.url}readyz", timeout=5) as response:
            return bool(response.status == 200)
    except (OSError, urllib.error.URLError):
        return False


if __name__ == "__main__":
    processes.main(main)
