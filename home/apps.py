"""Registers the app with Django."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_slug_changed


class HomeConfig(AppConfig):
    """Home page, standard pages, site settings, search and health."""

    name = "home"
    verbose_name = _("Site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what keeps addresses right."""
        from home import signals  # noqa: PLC0415  (models load before ready())

        page_slug_changed.connect(signals.keep_old_address)
        post_migrate.connect(signals.follow_site_url, sender=self)
