"""A page that readers may comment on."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from authors.models import AuthorPage
from comments.models.comment import Comment


class Commentable(models.Model):
    """A page that readers may comment on: to be mixed into a Wagtail page."""

    live: Any
    last_published_at: datetime | None
    get_view_restrictions: Callable[..., Any]

    comments_open = models.BooleanField(_("comments are open"), default=True)
    comments = GenericRelation(Comment, object_id_field="object_pk")

    class Meta:
        abstract = True

    @property
    def accepts_comments(self) -> bool:
        """Whether anybody may read this page now, and comments are open."""
        return (
            self.live
            and self.comments_open
            and not self.get_view_restrictions().exists()
        )

    def answering_authors(self) -> list[AuthorPage]:
        """Give those who wrote the page, and answer what readers ask about it."""
        return []

    def comment_version(self) -> tuple[int | None, date | None]:
        """Give the number and date of the version that readers see now."""
        published = self.last_published_at
        return None, timezone.localdate(published) if published else None

    def version_address(self, number: int) -> str:
        """Give where an earlier version can be read; none where it is not kept."""
        return ""
