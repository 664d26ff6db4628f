"""A reader's comment or question, held until a moderator approves it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_comments_xtd.models import XtdComment, XtdCommentManager


class Status(models.TextChoices):
    """What became of a comment."""

    HELD = "held", _("Held")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    SPAM = "spam", _("Spam")
    WITHDRAWN = "withdrawn", _("Withdrawn by its writer")
    ERASED = "erased", _("Erased")


class Kind(models.TextChoices):
    """Whether somebody waits for an answer."""

    COMMENT = "comment", _("Comment")
    QUESTION = "question", _("Question")


class AnswerState(models.TextChoices):
    """What became of a question; a comment has none."""

    NONE = "none", _("No question")
    WAITING = "waiting", _("Waiting for an answer")
    AUTHOR = "author", _("Answered by the author")
    CLINICIAN = "clinician", _("Answered by a clinician")
    NOT_HERE = "not_here", _("Not answered here")


class Relation(models.TextChoices):
    """What the writer is to the article; never taken from a name that was typed."""

    READER = "reader", _("Reader")
    AUTHOR = "author", _("Article author")
    CLINICIAN = "clinician", _("Clinician")
    TEAM = "team", _("Site team")


class Risk(models.IntegerChoices):
    """How soon a person should look."""

    CALM = 0, _("Calm")
    LOOK = 1, _("Worth a look")
    PRIVACY = 2, _("Personal data")
    WORRY = 3, _("Worrying")
    URGENT = 4, _("Urgent")


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments by what became of them."""

    def approved(self) -> "CommentQuerySet":
        """Leave those that readers see."""
        return self.filter(status=Status.APPROVED)

    def held(self) -> "CommentQuerySet":
        """Leave those that nobody decided about."""
        return self.filter(status=Status.HELD)


class Comment(XtdComment):
    """A comment on a page. `is_public` follows `status` and is never set alone.

    `ip_address` of the stored record stays empty; `address_hash` tells writers apart
    for some weeks and is purged then.
    """

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
    reason = models.TextField(
        _("reason"),
        blank=True,
        help_text=_("Why it is held or rejected, in words shown to the writer."),
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind.choices, default=Kind.COMMENT
    )
    answer_state = models.CharField(
        _("answer"),
        max_length=10,
        choices=AnswerState.choices,
        default=AnswerState.NONE,
        db_index=True,
    )
    relation = models.CharField(
        _("relation to the article"),
        max_length=10,
        choices=Relation.choices,
        default=Relation.READER,
    )
    author = models.ForeignKey(
        "authors.AuthorPage",
        verbose_name=_("author who wrote it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reader_comments",
    )
    passage = models.TextField(_("passage that it is about"), blank=True)
    version = models.PositiveIntegerField(
        _("version of the article"), null=True, blank=True
    )
    version_date = models.DateField(_("date of the version"), null=True, blank=True)
    findings = models.JSONField(_("findings"), default=list, blank=True)
    risk = models.PositiveSmallIntegerField(
        _("risk"), choices=Risk.choices, default=Risk.CALM
    )
    consent_text = models.TextField(_("wording that was agreed to"), blank=True)
    consented_at = models.DateTimeField(_("agreed"), null=True, blank=True)
    status_at = models.DateTimeField(_("status since"), null=True, blank=True)
    announced_at = models.DateTimeField(_("followers told"), null=True, blank=True)
    email_confirmed_at = models.DateTimeField(
        _("e-mail confirmed"), null=True, blank=True
    )
    address_hash = models.CharField(
        _("hash of the address"), max_length=64, blank=True, db_index=True
    )
    address_hashed_at = models.DateTimeField(_("address hashed"), null=True, blank=True)
    edited_at = models.DateTimeField(_("changed by its writer"), null=True, blank=True)
    redacted_at = models.DateTimeField(_("redacted"), null=True, blank=True)
    closed = models.BooleanField(
        _("thread is closed"),
        default=False,
        help_text=_("On the first comment of a thread: nobody can reply any more."),
    )

    objects = XtdCommentManager.from_queryset(CommentQuerySet)()

    # Readers' words do not count as uses of a page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")
        default_permissions = ("view",)
        permissions = [("moderate_comment", _("Can moderate reader comments"))]
        indexes = [
            models.Index(
                fields=["status", "-risk", "xtdcomment_ptr"],
                name="comment_queue_by_risk",
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="comment_status_known", condition=Q(status__in=Status.values)
            ),
            models.CheckConstraint(
                name="comment_answer_to_a_question",
                condition=Q(kind=Kind.QUESTION) | Q(answer_state=AnswerState.NONE),
            ),
            models.CheckConstraint(
                name="comment_address_hash_is_dated",
                condition=Q(address_hash="") | Q(address_hashed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="comment_erased_holds_nothing",
                condition=~Q(status=Status.ERASED)
                | Q(reason="", passage="", consent_text="", address_hash=""),
            ),
        ]

    def __str__(self) -> str:
        """Give the number alone: logs keep this, and no words of the writer."""
        return gettext("Comment %(number)s") % {"number": self.pk}

    def save(self, *args, **kwargs) -> None:
        """Store the comment, shown to readers only where it is approved."""
        self.is_public = self.status == Status.APPROVED
        fields = kwargs.get("update_fields")
        if fields is not None and "status" in fields:
            self.status_at = timezone.now()
            kwargs["update_fields"] = {*fields, "is_public", "status_at"}
        super().save(*args, **kwargs)

    @property
    def is_gone(self) -> bool:
        """Whether its writer took it back; replies to it stay."""
        return self.status in (Status.WITHDRAWN, Status.ERASED)

    @property
    def worries(self) -> bool:
        """Whether its words sound as if the writer were in despair."""
        return any(each["check"].startswith("crisis") for each in self.findings)

    @property
    def is_root(self) -> bool:
        """Whether it begins a thread."""
        return self.parent_id == self.pk
