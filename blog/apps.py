"""Registers the app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    """Articles: pages, blocks, bylines, topics, feeds."""

    name = "blog"
    verbose_name = _("Articles")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Narrow what contributors find, and tell the library of the topics."""
        from blog import topics, visibility  # noqa: PLC0415  (models load before ready())

        visibility.register()
        topics.register()
