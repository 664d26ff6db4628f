"""Forgets what is kept about readers for a time only."""

from django.core.management.base import BaseCommand

from comments import privacy
from comments.models import ErasureKind


class Command(BaseCommand):
    """Erases old hashes of addresses, unapproved texts and unconfirmed followings."""

    help = "Erase what is kept about readers for a time only."

    def handle(self, *args, **options) -> None:
        """Say how much of each kind was erased."""
        for kind, rows in privacy.purge().items():
            self.stdout.write(f"{ErasureKind(kind).label}: {rows}")
