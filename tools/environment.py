"""Make, mend and recognise the virtual environment in `.venv`.

A stamp is written last, so an environment without one was never finished and is
made again. A stamp with other requirements means an install into what is there.
"""

import contextlib
import fcntl
import hashlib
import os
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "complete.stamp"


def ensure() -> Path:
    """Return the environment's Python, having made or mended it if needed."""
    with _alone():
        if _read_stamp() != _stamp():
            _build()
    return PYTHON


def say(text: str) -> None:
    """Print a line now, so that it stands before what a child prints."""
    print(text, flush=True)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Let one process at a time look at the environment or change it."""
    with REQUIREMENTS.open() as requirements:
        fcntl.flock(requirements, fcntl.LOCK_EX)
        yield


def _build() -> None:
    """Bring the environment to the state that the requirements ask for."""
    started = time.monotonic()
    # The place stands in the stamp because installed scripts name it.
    whole = _read_stamp()[1:] == _stamp()[1:]
    if VENV.is_symlink():
        # What it leads to belongs to somebody else, and would be emptied.
        VENV.unlink()
        whole = False
    STAMP.unlink(missing_ok=True)
    if not whole:
        version = ".".join(map(str, sys.version_info[:3]))
        say(f"Making .venv with Python {version} …")
        _create()
    say("Installing the pinned packages, which takes a minute or two …")
    _install()
    STAMP.write_text("\n".join(_stamp()))
    say(f"The environment is ready ({time.monotonic() - started:.0f} s).")


def _create() -> None:
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=True).create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(f"The environment {VENV} could not be made: {error}") from None


def _install() -> None:
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "-qq",
        "--require-hashes",
    ]
    command += ["--disable-pip-version-check", "--no-input", "-r", REQUIREMENTS]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SystemExit("The packages could not be installed: see pip's lines above.")


def _stamp() -> list[str]:
    """Return what a finished environment's stamp says: packages, Python, place."""
    digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    return [digest, _wanted_version(), str(VENV)]


def _read_stamp() -> list[str]:
    try:
        return STAMP.read_text().split("\n")
    except OSError:
        return []


def _wanted_version() -> str:
    """Return the version asked for with PYTHON=, else the one that is there."""
    own = "{}.{}.{}".format(*sys.version_info)
    if os.environ.get("PYTHON") or not PYTHON.exists():
        return own
    ask = "import sys; print('{}.{}.{}'.format(*sys.version_info))"
    command: list[str | Path] = [PYTHON, "-I", "-S", "-c", ask]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return own
    return str(answer.stdout).strip()


if __name__ == "__main__":
    try:
        ensure()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
