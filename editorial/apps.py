"""Registers the app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_unpublished


class EditorialConfig(AppConfig):
    """Review and sign-off, review dates, change notices, reports."""

    name = "editorial"
    verbose_name = _("Editorial")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Leave no page that goes from readers without a word in its place."""
        from editorial import withdrawal  # noqa: PLC0415  (models load before ready())

        page_unpublished.connect(
            withdrawal.note_unpublished, dispatch_uid="editorial.withdrawal"
        )
