"""Converting a manuscript in a process of its own, which may come to no harm.

A file from outside may be made to fill the memory or to keep a program busy. The child
gets the bytes and gives back JSON; it knows no secrets, writes no files, and is ended
when it takes more than its share.
"""

import json
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext_noop as _

from importing.draft import Draft, from_json
from importing.refusals import Refused

MOST_SECONDS = 60
MOST_MEMORY = 480 * 2**20

_logger = logging.getLogger(__name__)
_ROOT = Path(__file__).parents[1]
# What the child inherits: how to run, and nothing to tell.
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")


@dataclass(frozen=True)
class Conversion:
    """A draft, and what it took: seconds of work and the most memory, in MB."""

    draft: Draft
    seconds: float
    megabytes: float


def convert_safely(data: bytes, name: str) -> Draft:
    """Give the draft that a file holds; `Refused` says why if there is none."""
    return measured(data, name).draft


def measured(data: bytes, name: str, seconds: int = MOST_SECONDS) -> Conversion:
    """Convert a file in a child process, and tell what that took."""
    environment = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ}
    environment["DJANGO_SETTINGS_MODULE"] = "importing.child_settings"
    try:
        done = subprocess.run(  # noqa: S603  The name of the file is an argument only.
            [sys.executable, "-m", "importing.child", name, str(seconds)],
            input=data,
            capture_output=True,
            cwd=_ROOT,
            env=environment,
            timeout=seconds + 5,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(
            _("The file took longer than %(seconds)s seconds, so it was given up."),
            {"seconds": seconds},
        ) from None
    return _answer(done.returncode, done.stdout, done.stderr.decode(errors="replace"))


def _is_starved(error: str) -> bool:
    return "MemoryError" in error


def _answer(status: int, output: bytes, error: str) -> Conversion:
    """Read what the child said; a child that was killed used more than its share."""
    try:
        answer = json.loads(output)
    except ValueError:
        answer = {}
    if "refused" in answer:
        raise Refused(answer["refused"]["reason"], answer["refused"]["values"])
    if status > 0 and not _is_starved(error):
        _logger.error("A manuscript could not be read: %s", error)
        raise Refused(
            _(
                "Something in the file could not be read. Saving it again, or pasting"
                " its text, may help."
            )
        )
    if status or "draft" not in answer:
        raise Refused(
            _(
                "The file needs more memory or time than there is for it, so it was"
                " given up. Fewer pictures and tables may help."
            )
        )
    return Conversion(
        from_json(answer["draft"]), answer["seconds"], answer["megabytes"]
    )
