"""Registers the app with Django, and its permission policies with Wagtail."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuthorsConfig(AppConfig):
    """Author profiles: who writes, with what training, for whom they work."""

    name = "authors"
    verbose_name = _("Authors")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say who may do what with disclosures and credentials."""
        from authors import policies  # noqa: PLC0415  (models load before ready())

        policies.register()
