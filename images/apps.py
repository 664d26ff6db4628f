"""Registers the app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImagesConfig(AppConfig):
    """Pictures with credit, licence and patient consent."""

    name = "images"
    verbose_name = _("Pictures")
    default_auto_field = "django.db.models.BigAutoField"
