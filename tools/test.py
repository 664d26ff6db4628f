"""Every test on every database engine that can be had here: `make test`.

ARGS goes to pytest. REQUIRE_POSTGRES=1 and REQUIRE_BROWSER=1 turn the absence of
PostgreSQL or of Chromium into a failure.
"""

import contextlib
import os
import shlex
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tools import environment, postgres, processes
from tools.environment import ROOT, say
from tools.postgres_programs import Unavailable

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NOTHING_COLLECTED = 5  # pytest's exit status when ARGS chose no test


@dataclass
class Outcome:
    """What ran, what could not, and whether any of it is a failure."""

    ran: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)
    failed: bool = False

    def lacks(self, what: str, why: str, requirement: str) -> None:
        """Note what could not run, which fails where it was required."""
        if os.environ.get(requirement) == "1":
            self.failed = True
            why += f"; {requirement}=1 asks for it"
        self.not_run.append(f"{what} ({why})")


def main() -> int:
    """Run the tests on both engines and close with what ran and what did not."""
    python = environment.ensure()
    (ROOT / "var").mkdir(exist_ok=True)
    outcome = Outcome()
    settings = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    command = [str(python), "-m", "pytest"]
    browser = _browser()
    if browser:
        settings["CHROMIUM"] = browser
    else:
        settings.pop("CHROMIUM", None)
        command += ["-m", "not browser"]
        why = "no Chromium found; install chromium or set CHROMIUM"
        outcome.lacks("browser tests", why, "REQUIRE_BROWSER")
    command += shlex.split(os.environ.get("ARGS", ""))

    _run("SQLite", command, settings, outcome)
    try:
        with _database_url() as url:
            _run("PostgreSQL", command, settings | {"DATABASE_URL": url}, outcome)
    except Unavailable as error:
        why = f"{error}; set DATABASE_URL or install postgresql"
        outcome.lacks("PostgreSQL", why, "REQUIRE_POSTGRES")
    _report(outcome)
    return int(outcome.failed)


def _browser() -> str | None:
    """Return the path of a Chromium: the one named, else one that is installed."""
    named = os.environ.get("CHROMIUM")
    found = map(shutil.which, [named] if named else BROWSERS)
    return next(filter(None, found), None)


@contextlib.contextmanager
def _database_url() -> Iterator[str]:
    """Give the user's PostgreSQL server, else a throwaway one."""
    given = os.environ.get("DATABASE_URL", "")
    if given.partition(":")[0] in {"postgres", "postgresql", "psql", "pgsql"}:
        yield given
    else:
        with postgres.cluster() as url:
            yield url


def _run(
    engine: str, command: list[str], settings: dict[str, str], outcome: Outcome
) -> None:
    say(f"\n== Tests on {engine}")
    started = time.monotonic()
    child = processes.start([*command], cwd=ROOT, env=settings)
    try:
        status = child.wait()
    finally:
        processes.stop(child, patience=10)
    words = {0: "passed", NOTHING_COLLECTED: "no test was chosen"}
    word = words.get(status, f"FAILED, pytest's exit status {status}")
    outcome.failed |= status != 0
    outcome.ran.append(f"{engine}: {word} ({time.monotonic() - started:.0f} s)")


def _report(outcome: Outcome) -> None:
    say("\n== Summary")
    for line in outcome.ran:
        say(line)
    if outcome.not_run:
        say(f"Not run: {', '.join(outcome.not_run)}")
    say("FAILED" if outcome.failed else "All that ran passed.")


if __name__ == "__main__":
    processes.main(main)
