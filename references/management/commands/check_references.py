"""`manage.py check_references`."""

from django.core.management.base import BaseCommand

from references import alerts, checking
from references.models import Reference


class Command(BaseCommand):
    """Ask what became of the sources; meant to be run by a scheduler."""

    help = (
        "Asks Crossref and PubMed whether sources were corrected, questioned or "
        "retracted, tries the addresses of the others, and tells the editors."
    )

    def add_arguments(self, parser) -> None:
        """Let a run be wider or shorter."""
        parser.add_argument(
            "--all", action="store_true", help="not only those that are due"
        )
        parser.add_argument("--limit", type=int, help="at most so many records")

    def handle(self, *, limit: int | None, verbosity: int, **options) -> None:
        """Check, alert, and say how many changed."""
        live = Reference.objects.live().order_by("pk")
        references = live if options["all"] else checking.due()
        if limit is not None:
            references = references[: max(limit, 0)]
        count, events = checking.check_all(list(references))
        alerts.tell_editors(events)
        if verbosity:
            self.stdout.write(f"Checked {count}; {len(events)} changed.")
            for event in events:
                self.stdout.write(f"{event.reference}: {event.before} → {event.after}")
