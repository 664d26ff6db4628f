"""`manage.py import_references`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from references import importing
from references.formats import encoding, registry
from references.importing import Outcome, Report, Row


class Command(BaseCommand):
    """Bring files of references into the library, and report on each record."""

    help = (
        "Imports references from files; a second run changes nothing. Writes a report "
        "as JSON, a list of reports for several files."
    )

    def add_arguments(self, parser) -> None:
        """Name the files, and how to treat them."""
        parser.add_argument("files", nargs="+", help="- is standard input")
        parser.add_argument("--format", choices=registry.READERS, default="")
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument(
            "--report", type=Path, help="where the report goes, if not to the output"
        )

    def handle(
        self,
        *,
        files: list[str],
        format: str,
        dry_run: bool,
        report: Path | None,
        **options,
    ) -> None:
        """Import one file after the other; one that cannot be read stops none."""
        run = importing.Run(dry_run=dry_run)
        reports = [self._imported(run, file, format) for file in files]
        written = [each.as_json() for each in reports]
        content = written[0] if len(written) == 1 else written
        text = json.dumps(content, ensure_ascii=False, indent=2)
        # What was lost may hold what UTF-8 cannot.
        text = text.encode("utf-8", "replace").decode()
        if report is None:
            self.stdout.write(text)
        else:
            report.write_text(f"{text}\n", encoding="utf-8")
        if not any(row.kind != "file" for each in reports for row in each.items):
            raise CommandError("Nothing was found.")

    def _imported(self, run: importing.Run, file: str, format: str) -> Report:
        try:
            batch = importing.read_file(file, format)
        except (OSError, encoding.TooLarge) as error:
            done = Report(file, [Row(file, "file", Outcome.LOST, str(error))])
        else:
            done = run.write(batch, file)
        words = ", ".join(f"{count} {name}" for name, count in done.counts.items())
        self.stderr.write(f"{file}: {words}")
        return done
