"""`manage.py sync_roles`."""

from django.core.management.base import BaseCommand

from accounts.sync import sync_roles


class Command(BaseCommand):
    """Make groups, permissions and the review workflow match the table of roles."""

    help = "Makes groups, permissions and the review workflow match the roles."

    def handle(self, *, verbosity: int, **options) -> None:
        """Run the sync and name the groups."""
        names = ", ".join(group.name for group in sync_roles())
        if verbosity:
            self.stdout.write(f"Roles are in place: {names}.")
