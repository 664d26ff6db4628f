"""What the checks of comments find in a folder of labelled texts.

`python -m bench.comments DIR` prints for each kind of personal data how much is found
and how many alarms are false, and the same for spam. `bench.measures.comments` says how
the files are read.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

from bench.measures import comments
from bench.references import table


def main() -> None:
    """Measure, and print the table."""
    django.setup()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("no-data-given")
    rows = comments.of_folder(folder)
    if not rows:
        print(f"no data in {folder}, nothing measured", file=sys.stderr)
    print(table(rows))


if __name__ == "__main__":
    main()
