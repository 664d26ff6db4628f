"""Who is told by mail of what is new in a thread."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment


class FollowingQuerySet(models.QuerySet["Following"]):
    """Followings by whether their address was confirmed."""

    def confirmed(self) -> "FollowingQuerySet":
        """Leave those that may be written to."""
        return self.filter(confirmed_at__isnull=False)


class Following(models.Model):
    """An address that wishes to hear of replies in a thread, or of all on a page.

    Nothing but the request to confirm is sent to it before `confirmed_at`.
    """

    comment = models.ForeignKey(
        Comment,
        verbose_name=_("first comment of the thread"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="followings",
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="comment_followings",
    )
    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=15, blank=True)
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    objects = FollowingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("following")
        verbose_name_plural = _("followings")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="following_thread_or_page",
                condition=Q(comment=None, page__isnull=False)
                | Q(comment__isnull=False, page=None),
            ),
            models.UniqueConstraint(
                fields=["comment", "email"],
                name="following_thread_once",
                condition=Q(comment__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["page", "email"],
                name="following_page_once",
                condition=Q(page__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Say what is followed, never by whom."""
        return f"{self.comment_id or self.page_id}"
