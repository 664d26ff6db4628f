"""`manage.py export_references`."""

from django.core.management.base import BaseCommand

from references import exporting
from references.formats import registry


class Command(BaseCommand):
    """Write the library to standard output."""

    help = "Writes the published records of the library in a format."

    def add_arguments(self, parser) -> None:
        """Name the format."""
        parser.add_argument(
            "--format", choices=registry.WRITERS, default=exporting.DEFAULT_FORMAT
        )

    def handle(self, *, format: str, **options) -> None:
        """Write every record."""
        for piece in exporting.library(format):
            self.stdout.write(piece, ending="")
