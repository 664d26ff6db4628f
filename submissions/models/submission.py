"""An article that a guest was asked to write, from the invitation to publication."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from submissions.models.guest import Guest


class State(models.TextChoices):
    """How far an article has come."""

    INVITED = "invited", _("Invited")
    DRAFTING = "drafting", _("Being written")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in-review", _("In review")
    PROOF = "proof", _("Proof")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Turn(models.TextChoices):
    """Who has to do something next."""

    GUEST = "guest", _("Guest")
    EDITOR = "editor", _("Editor")
    NOBODY = "nobody", _("Nobody")


_CLOSED = (State.DECLINED, State.WITHDRAWN)
_TURNS = {
    Turn.GUEST: (State.INVITED, State.DRAFTING, State.PROOF),
    Turn.EDITOR: (State.SUBMITTED, State.IN_REVIEW, State.APPROVED),
    Turn.NOBODY: (State.PUBLISHED, State.DECLINED, State.WITHDRAWN),
}


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Submissions, chosen by their state."""

    def waiting_for(self, turn: Turn):
        """Leave those in which this side is to act."""
        return self.filter(state__in=_TURNS[turn])

    def of(self, guest: Guest | None):
        """Leave those that this guest was asked to write, or to approve a proof of."""
        return self.filter(Q(guest=guest) | Q(proofs__guests=guest)).distinct()

    def under_way(self):
        """Leave those that have not ended."""
        return self.exclude(state__in=_TURNS[Turn.NOBODY])

    def exclude_closed(self):
        """Leave those that were neither declined nor withdrawn."""
        return self.exclude(state__in=_CLOSED)

    def overdue(self, on: date):
        """Leave those under way whose day is past."""
        return self.under_way().filter(due_on__lt=on)


class Submission(models.Model):
    """What a guest was asked to write, how far it is, and until when it is due."""

    guest = models.ForeignKey(
        Guest,
        verbose_name=_("guest"),
        on_delete=models.PROTECT,
        related_name="submissions",
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("editor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    topic = models.CharField(_("topic"), max_length=200)
    brief = models.TextField(_("note to the guest"), blank=True)
    language = models.CharField(_("language of mails"), max_length=15)
    due_on = models.DateField(_("due on"), null=True, blank=True, db_index=True)
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=State.choices,
        default=State.INVITED,
        db_index=True,
    )
    state_since = models.DateTimeField(_("since"), default=timezone.now)
    reason = models.TextField(_("reason"), blank=True)
    page = models.OneToOneField(
        "blog.ArticlePage",
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submission",
    )
    created_at = models.DateTimeField(_("invited on"), auto_now_add=True)

    objects = SubmissionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("guest submission")
        verbose_name_plural = _("guest submissions")
        ordering = ["due_on", "pk"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="submission_state_is_known"
            )
        ]

    def __str__(self) -> str:
        """Give the topic."""
        return self.topic

    @property
    def turn(self) -> Turn:
        """Who is to act next."""
        return next(turn for turn, states in _TURNS.items() if self.state in states)

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.turn == Turn.NOBODY

    @property
    def is_closed(self) -> bool:
        """Whether it ended without an article."""
        return self.state in _CLOSED

    @property
    def is_overdue(self) -> bool:
        """Whether its day is past and it has not ended."""
        return bool(
            self.due_on and self.due_on < timezone.localdate() and not self.has_ended
        )


class Invitation(models.Model):
    """One mail that invited a guest to write; an invitation sent again is another."""

    submission = models.ForeignKey(
        Submission,
        verbose_name=_("submission"),
        on_delete=models.CASCADE,
        related_name="invitations",
    )
    subject = models.CharField(_("subject"), max_length=200)
    message = models.TextField(_("text of the mail"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sent by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        """Give the subject of the mail."""
        return self.subject
