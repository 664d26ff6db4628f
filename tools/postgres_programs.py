"""Where PostgreSQL's server programs are on this machine, if they are."""

import re
import shutil
import subprocess
from pathlib import Path

OLDEST = 14  # what Django 5.2 supports
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)


class Unavailable(Exception):
    """No server can be had here; the text says why."""


def programs() -> Path:
    """Return the folder that holds the newest server programs on this machine."""
    folders = [Path(found).parent for found in [shutil.which("initdb")] if found]
    for pattern in PLACES:
        folders += Path("/").glob(pattern.lstrip("/"))
    versions = {folder: _version(folder) for folder in folders}
    best = max(versions, key=versions.__getitem__, default=None)
    if best is None or versions[best] == 0:
        raise Unavailable("no server programs found")
    if versions[best] < OLDEST:
        raise Unavailable(f"version {versions[best]} found, {OLDEST} or newer needed")
    return best


def _version(folder: Path) -> int:
    try:
        answer = subprocess.run(
            [folder / "postgres", "--version"],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return 0
    found = re.search(r"\d+", answer.stdout)
    return int(found[0]) if found else 0
