"""Bring the database up to date and fill it: one process, to start Django once.

This module alone needs the packages; `run` starts it with the environment's Python.
"""

import sys

import django
from django.core.management import CommandError, call_command
from django.db import OperationalError


def main() -> int:
    """Migrate, make the roles and load the demo content, all safe to repeat."""
    try:
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("sync_roles", verbosity=0)
    except OperationalError as error:
        print(f"The database does not answer: {error}", file=sys.stderr)
        return 1
    try:
        call_command("load_demo")
    except CommandError as error:
        # A site with content of its own is served as it is.
        print(error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
