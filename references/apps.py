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
        from references import following  # noqa: PLC0415  (models load before ready())

        following.connect()
