"""`manage.py import_references`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from references import importing
from references.formats import encoding, registry


class Command(BaseCommand):
    """Bring files of references into the library, and report on each record."""

    help = "Imports references from files; a second run changes nothing."

    def add_arguments(self, parser) -> None:
        """Name the files, and how to treat them."""
        parser.add_argument("files", nargs="+", type=Path)
        parser.add_argument("--format", choices=registry.READERS, default="")
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument("--report", type=Path, help="a file to write the report to")

    def handle(
        self, *, files, format: str, dry_run: bool, report: Path | None, **options
    ) -> None:
        """Import one file after the other; one that cannot be read stops none."""
        reports, failures = [], []
        for path in files:
            try:
                batch = importing.read_file(path, format)
            except (OSError, encoding.TooLarge) as error:
                failures.append(f"{path}: {error}")
                self.stderr.write(failures[-1])
                continue
            reports.append(importing.write(batch, str(path), dry_run=dry_run))
            counts = reports[-1].counts
            words = ", ".join(f"{count} {name}" for name, count in counts.items())
            self.stdout.write(f"{path}: {words}")
        written = [each.as_json() for each in reports]
        text = json.dumps(
            written[0] if len(files) == 1 and written else written,
            ensure_ascii=False,
            indent=2,
        )
        if report is not None:
            report.write_text(f"{text}\n", encoding="utf-8")
        if not reports:
            raise CommandError("; ".join(failures))
