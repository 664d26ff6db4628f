"""`manage.py convert_references`."""

import sys

from django.core.management.base import BaseCommand, CommandError

from references.formats import encoding, registry
from references.importing import read_text


class Command(BaseCommand):
    """Turn references of one format into another; the database is not asked."""

    help = "Reads references in one format and writes them in another."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser) -> None:
        """Name the file and both formats."""
        parser.add_argument("file", help="a file, or - for standard input")
        parser.add_argument("--from", dest="source", choices=registry.READERS)
        parser.add_argument(
            "--to", dest="target", choices=registry.WRITERS, required=True
        )

    def handle(self, *, file: str, source: str | None, target: str, **options) -> None:
        """Write what was read in its order, and the problems with their places."""
        try:
            content = read_text(file)
        except (OSError, encoding.TooLarge) as error:
            raise CommandError(str(error)) from error
        batch = registry.read(content, source or registry.detect(content, file))
        for problem in batch.problems:
            self.stderr.write(f"{problem.place}: {problem.message}")
        items = [record.item for record in batch.records]
        self.stdout.write(registry.write(items, target), ending="")
        if not items:
            sys.exit(1)
