"""A reader's comment, held until a moderator approves it."""

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_comments_xtd.models import XtdComment


class Status(models.TextChoices):
    """What became of a comment."""

    HELD = "held", _("Held")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    SPAM = "spam", _("Spam")


class Comment(XtdComment):
    """A comment on a page. `is_public` follows `status` and is never set alone."""

    # xtd's own text field is called `comment`, the default accessor's name.
    xtdcomment_ptr = models.OneToOneField(
        XtdComment,
        on_delete=models.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="reader_comment",
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.HELD,
        db_index=True,
    )
    by_team = models.BooleanField(_("written by the site’s team"), default=False)

    class Meta:
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")
        default_permissions = ("view",)
        permissions = [("moderate_comment", _("Can moderate reader comments"))]

    def __str__(self) -> str:
        """Give the writer's name and the first words."""
        return f"{self.user_name}: {self.comment[:60]}"


class Commentable(models.Model):
    """A page that readers may comment on: to be mixed into a Wagtail page."""

    live: Any
    get_view_restrictions: Callable[..., Any]

    comments_open = models.BooleanField(_("comments are open"), default=True)
    comments = GenericRelation(Comment, object_id_field="object_pk")

    class Meta:
        abstract = True

    @property
    def accepts_comments(self) -> bool:
        """Whether anybody may read this page now, and comments are open."""
        return self.live and self.comments_open and not self.get_view_restrictions()
