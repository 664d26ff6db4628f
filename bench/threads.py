"""How long pages of comments take, to readers and, with 10,000 held, to moderators.

`python -m tools.postgres .venv/bin/python -m bench.threads` measures on PostgreSQL. The
comments are stored in a transaction that is rolled back.
"""

import importlib
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from django.conf import settings
from django.db import transaction
from django.test.utils import get_runner

from bench.references import table


def main() -> None:
    """Measure on a database of its own, and print the table."""
    django.setup()
    # Models load once Django is set up.
    commented = importlib.import_module("bench.commented")
    moderated = importlib.import_module("bench.moderated")
    runner = get_runner(settings)(verbosity=0, interactive=False)
    runner.setup_test_environment()
    databases = runner.setup_databases()
    try:
        with transaction.atomic():
            print(table([*commented.rows(), *moderated.rows()]))
            transaction.set_rollback(True)
    finally:
        runner.teardown_databases(databases)
        runner.teardown_test_environment()


if __name__ == "__main__":
    main()
