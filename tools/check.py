"""Everything that can be checked without running the tests: `make check`."""

import os
import secrets
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tools import environment, processes
from tools.environment import ROOT, VENV, say

INDENT = "2"
# Left out of a check's environment: what a developer may have set for `make run`.
OWN_SETTINGS = {"DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL"}
PRODUCTION = {
    "SECRET_KEY": secrets.token_urlsafe(64),
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
}
# Neither command reads data, so neither shall leave a database behind.
NO_DATABASE = {"DATABASE_URL": "sqlite://:memory:"}


@dataclass(frozen=True)
class Step:
    """One check: its name, its command, and what its environment adds."""

    name: str
    command: list[str]
    settings: dict[str, str] = field(default_factory=dict)


def steps() -> list[Step]:
    """Return the checks, the slowest first, for they run side by side."""
    pages = sorted(str(page) for page in Path("templates").rglob("*.html"))
    manage = [_program("python"), "manage.py"]
    deployment = ["check", "--deploy", "--fail-level", "WARNING"]
    migrations = ["makemigrations", "--check", "--dry-run"]
    found = [
        Step("types (mypy)", [_program("mypy")]),
        Step("deployment", [*manage, *deployment], PRODUCTION | NO_DATABASE),
        Step("migrations", [*manage, *migrations], {"DEBUG": "1"} | NO_DATABASE),
        Step("import order of the apps", [_program("lint-imports")]),
        Step("format (ruff)", [_program("ruff"), "format", "--check", "."]),
        Step("lint (ruff)", [_program("ruff"), "check", "."]),
    ]
    if pages:
        djade = [_program("djade"), "--check", "--target-version", "5.2"]
        djhtml = [_program("djhtml"), "--check", "--tabwidth", INDENT]
        found += [
            Step("template format (djade)", djade + pages),
            Step("template indentation (djhtml)", djhtml + pages),
            Step("template lint (curlylint)", [_program("curlylint"), *pages]),
        ]
    return found


def main() -> int:
    """Run every check, show what the failed ones say, and list them at the end."""
    environment.ensure()
    os.chdir(ROOT)
    todo = steps()
    width = max(len(step.name) for step in todo)
    failed = []
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for step, result in zip(todo, pool.map(_run, todo), strict=True):
            status, output, seconds = result
            word = "FAILED" if status else "ok"
            say(f"{step.name:{width}}  {word:6}  {seconds:5.1f} s")
            if status:
                failed.append(step.name)
                say(f"{output.rstrip()}\n")
    if failed:
        say(f"\nFailed: {', '.join(failed)}")
        return 1
    say("All checks passed.")
    return 0


def _program(name: str) -> str:
    return str(VENV / "bin" / name)


def _run(step: Step) -> tuple[int, str, float]:
    started = time.monotonic()
    settings = {k: v for k, v in os.environ.items() if k not in OWN_SETTINGS}
    result = subprocess.run(
        step.command,
        check=False,
        cwd=ROOT,
        env=settings | step.settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return result.returncode, result.stdout, time.monotonic() - started


if __name__ == "__main__":
    processes.main(main)
