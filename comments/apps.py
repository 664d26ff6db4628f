"""Registers the app with Django."""

from django.apps import AppConfig
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """Reader comments and questions, stored by django-comments-xtd."""

    name = "comments"
    verbose_name = _("Reader comments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Unplug xtd's handler that publishes held replies; tell followers."""
        # Models load before ready().
        from django_comments_xtd.models import (  # noqa: PLC0415  (models first)
            publish_or_unpublish_on_pre_save,
        )

        from comments import following, questions  # noqa: PLC0415  (models first)
        from comments.signals import comment_changed  # noqa: PLC0415  (models first)

        pre_save.disconnect(publish_or_unpublish_on_pre_save, sender="comments.Comment")
        comment_changed.connect(following.announce, dispatch_uid="comments.following")
        comment_changed.connect(questions.follow, dispatch_uid="comments.questions")
