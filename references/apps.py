"""Registers the app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferencesConfig(AppConfig):
    """The reference library: records, identifiers and printed forms."""

    name = "references"
    verbose_name = _("References")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what follows a change."""
        # Models load before ready(), after this module.
        from django.db.models.signals import post_save, pre_save  # noqa: PLC0415
        from wagtail.models import Revision  # noqa: PLC0415
        from wagtail.signals import published  # noqa: PLC0415

        from references import signals  # noqa: PLC0415
        from references.models import Reference  # noqa: PLC0415

        published.connect(signals.note_in_pages, sender=Reference)
        post_save.connect(signals.suspect, sender=Reference)
        pre_save.connect(signals.follow_merges, sender=Revision)
