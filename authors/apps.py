"""Registers the app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuthorsConfig(AppConfig):
    """Author profiles: who writes, with what training, for whom they work."""

    name = "authors"
    verbose_name = _("Authors")
    default_auto_field = "django.db.models.BigAutoField"
