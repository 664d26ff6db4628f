"""That an author was asked to answer a question, by a link of their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from authors.models import AuthorPage
from comments.models.comment import Comment


class AnswerRequest(models.Model):
    """A question that one author was mailed; never to which address."""

    question = models.ForeignKey(
        Comment,
        verbose_name=_("question"),
        on_delete=models.CASCADE,
        related_name="answer_requests",
    )
    author = models.ForeignKey(
        AuthorPage,
        verbose_name=_("author"),
        on_delete=models.CASCADE,
        related_name="answer_requests",
    )
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("request to answer")
        verbose_name_plural = _("requests to answer")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["question", "author"], name="answer_requested_once"
            )
        ]

    def __str__(self) -> str:
        """Name the author and the question’s number."""
        return f"{self.author}, {self.question}"
