"""Registers the app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    """Articles: pages, blocks, bylines, topics, feeds and structured data."""

    name = "blog"
    verbose_name = _("Articles")
    default_auto_field = "django.db.models.BigAutoField"
