"""How long the library's search takes in the database, with 50,000 records in it.

The records are made by `bench.searched_library` in a throwaway PostgreSQL, so that no
data folder is needed.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles

from bench.table import Row
from tools import postgres
from tools.environment import ROOT
from tools.postgres_programs import Unavailable

_BAR = 50  # ms
# The child's modules import models, for which Django must be set up before them.
_CHILD = (
    "import django; django.setup(); from bench import searched_library; "
    "searched_library.main()"
)


def measure(data: Path) -> list[Row]:
    """Fill a library and search it; `data` is not used."""
    del data
    try:
        with postgres.cluster() as url:
            settings = os.environ | {"DATABASE_URL": url, "DEBUG": ""}
            settings["DJANGO_SETTINGS_MODULE"] = "tests.settings"
            child = subprocess.run(
                [sys.executable, "-c", _CHILD],
                cwd=ROOT,
                env=settings,
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
    except Unavailable as error:
        print(f"search: skipped, no PostgreSQL: {error}", file=sys.stderr)
        return []
    return [_row(name, times) for name, times in json.loads(child.stdout).items()]


def _row(name: str, times: dict[str, float]) -> Row:
    """Give the 95th percentile of the times that the queries took."""
    slowest = max(times, key=times.__getitem__)
    note = (
        f"95th percentile of {len(times)} queries; median "
        f"{median(times.values()):.1f}, slowest “{slowest}” {times[slowest]:.1f}; "
        f"50,000 records"
    )
    figure = quantiles(times.values(), n=20)[-1]
    return Row(f"search, {name}", figure, _BAR, "ms", at_least=False, note=note)
