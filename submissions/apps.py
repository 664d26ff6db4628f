"""Registers the app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published


class SubmissionsConfig(AppConfig):
    """Guest clinicians: invitation, manuscript and proof."""

    name = "submissions"
    verbose_name = _("Submissions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep back what its authors did not approve, and follow what is published."""
        # Models load before ready().
        from editorial.signals import publication_checked  # noqa: PLC0415  (models first)
        from submissions import approval, proofs  # noqa: PLC0415  (models first)

        publication_checked.connect(
            approval.object_to, dispatch_uid="submissions.approval"
        )
        page_published.connect(
            proofs.follow_publication, dispatch_uid="submissions.published"
        )
