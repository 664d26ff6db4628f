"""Compares the whole library and lists what may be of one work."""

from django.core.management.base import BaseCommand

from references import duplicates


class Command(BaseCommand):
    """Finds the pairs that the admin lists under “Possible duplicates”."""

    help = "Compare all records of the library and keep the pairs that look alike."

    def handle(self, *args, **options) -> None:
        """Say how many pairs an editor should look at."""
        count = duplicates.search()
        self.stdout.write(f"Pairs to be looked at: {count}")
