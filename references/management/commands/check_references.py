"""`manage.py check_references`."""

from collections.abc import Callable

from django.core.management.base import BaseCommand

from references import alerts, checking


class Command(BaseCommand):
    """Ask what became of the sources; meant to be run by a scheduler."""

    help = (
        "Asks Crossref and PubMed whether sources were corrected, questioned or "
        "retracted, tries the addresses of the others, and tells the editors."
    )
    # What a caller in the same process may give: whether to go on with the next record.
    stealth_options = ("go_on",)

    def add_arguments(self, parser) -> None:
        """Let a run be wider or shorter."""
        which = parser.add_mutually_exclusive_group()
        which.add_argument(
            "--due",
            action="store_true",
            help="those not checked for a week (the default)",
        )
        which.add_argument("--all", action="store_true", help="not only those due")
        parser.add_argument("--limit", type=int, help="at most so many records")
        parser.add_argument(
            "--links", action="store_true", help="only addresses of web sources"
        )

    def handle(
        self,
        *,
        limit: int | None,
        verbosity: int,
        go_on: Callable[[], bool] = lambda: True,
        **options,
    ) -> None:
        """Check, alert, and say how many changed."""
        found = checking.checkable() if options["all"] else checking.due()
        if options["links"]:
            found = checking.only_addresses(found)
        keys = list(found.values_list("pk", flat=True))
        if limit is not None:
            keys = keys[: max(limit, 0)]
        run = checking.check_all(keys, go_on=go_on)
        alerts.tell_editors(run.events)
        if verbosity:
            for event in run.events:
                self.stdout.write(f"{event.reference}: {event.before} → {event.after}")
            self.stdout.write(
                f"Checked {run.checked} of {len(keys)}: {len(run.events)} changed, "
                f"{run.failed} without an answer."
            )
