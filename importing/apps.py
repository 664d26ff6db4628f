"""Registers the app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    """Word, HTML and WordPress in: bytes to drafts, with a report."""

    name = "importing"
    verbose_name = _("Importing")
    default_auto_field = "django.db.models.BigAutoField"
