"""`manage.py import_manuscript`."""

import hashlib
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from blog.models import BlogIndexPage
from importing import report as reporting
from importing import writer
from importing.conversion import convert_safely
from importing.draft import Draft
from importing.refusals import Refused
from references.importing import Outcome, Report, Row


class Command(BaseCommand):
    """Make an unpublished article of a manuscript, and report on all that it held."""

    help = (
        "Imports a Word file or a web page as an unpublished article; a second run "
        "changes nothing. Writes a report as JSON."
    )

    def add_arguments(self, parser) -> None:
        """Name the file, and what to do with it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument(
            "--report", type=Path, help="where the report goes, if not to the output"
        )

    def handle(
        self, *, file: Path, dry_run: bool, report: Path | None, **options
    ) -> None:
        """Import the file; one that cannot be read gets a report that says why."""
        refused = ""
        draft = Draft()
        try:
            data = file.read_bytes()
            draft = convert_safely(data, file.name)
            made = self._write(draft, data, file.name, dry_run=dry_run)
        except (OSError, Refused) as error:
            refused = str(error)
            made = Report(str(file), [Row(str(file), "file", Outcome.LOST, refused)])
        text = json.dumps(reporting.as_json(made, draft), ensure_ascii=False, indent=2)
        if report is None:
            self.stdout.write(text)
        else:
            report.write_text(f"{text}\n", encoding="utf-8")
        if refused:
            raise CommandError(refused)

    def _write(self, draft: Draft, data: bytes, name: str, *, dry_run: bool) -> Report:
        if not BlogIndexPage.objects.exists():
            raise CommandError("There is no list of articles to put it in.")
        key = f"manuscript:{hashlib.sha256(data).hexdigest()}"
        written = writer.write(draft, key=key, name=name, dry_run=dry_run)
        words = ", ".join(
            f"{count} {outcome}" for outcome, count in written.report.counts.items()
        )
        self.stderr.write(f"{name}: {words}")
        if written.page is not None:
            self.stderr.write(f"{written.page.title}: page {written.page.pk}")
        return written.report
