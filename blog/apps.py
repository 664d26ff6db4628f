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
        # Models load before ready(), after this module.
        from wagtail.models import Page  # noqa: PLC0415
        from wagtail.permissions import register_permission_policy  # noqa: PLC0415

        from blog.topics import TOPICS  # noqa: PLC0415
        from blog.visibility import FindablePagesPolicy  # noqa: PLC0415
        from references import topics  # noqa: PLC0415

        register_permission_policy(Page, FindablePagesPolicy(Page))
        topics.register(TOPICS)
