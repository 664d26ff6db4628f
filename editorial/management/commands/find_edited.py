"""Looks which published pages show something else than what was noted of them."""

from django.core.management.base import BaseCommand

from editorial import edited


class Command(BaseCommand):
    """Keeps the report of pages that were edited since their review right."""

    help = "Note what readers see of each published page, for the reports."

    def handle(self, *args, **options) -> None:
        """Say how many pages have changed."""
        self.stdout.write(f"Changed: {edited.look_again()}")
