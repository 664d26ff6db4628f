"""Registers the app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    """Articles: pages, blocks, bylines, topics, feeds."""

    name = "blog"
    verbose_name = _("Articles")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Narrow what contributors find, know the topics, follow the sources."""
        from blog import following, topics, visibility  # noqa: PLC0415  (models first)

        visibility.register()
        topics.register()
        following.connect()
