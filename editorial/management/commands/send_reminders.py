"""`manage.py send_reminders`."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial import reminders


class Command(BaseCommand):
    """Remind people of reviews and disclosures; meant to be run daily."""

    help = (
        "Mails whoever is responsible 60 and 14 days before a review is due and each "
        "week after, and authors whose disclosure is nearly a year old."
    )

    def handle(self, *, verbosity: int, **options) -> None:
        """Send what is due today and was not sent before."""
        sent = reminders.send(timezone.localdate())
        if verbosity:
            self.stdout.write(f"Reminders: {sent}.")
