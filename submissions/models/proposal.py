"""A change of a published article that one of its authors proposes."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from submissions.models.guest import Guest
from submissions.models.submission import Submission


class ProposalState(models.TextChoices):
    """What became of a proposal."""

    WAITING = "waiting", _("With the editor")
    MADE = "made", _("Made")
    DECLINED = "declined", _("Not made")


class ProposalQuerySet(models.QuerySet["ChangeProposal"]):
    """Proposals, chosen by what became of them."""

    def waiting(self):
        """Leave those about which an editor has still to decide."""
        return self.filter(state=ProposalState.WAITING)


class ChangeProposal(models.Model):
    """What a guest wishes to be changed after publication, and the editor's answer."""

    submission = models.ForeignKey(
        Submission,
        verbose_name=_("submission"),
        on_delete=models.CASCADE,
        related_name="proposals",
    )
    guest = models.ForeignKey(
        Guest, verbose_name=_("guest"), on_delete=models.CASCADE, related_name="+"
    )
    text = models.TextField(_("what should be changed"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=ProposalState.choices,
        default=ProposalState.WAITING,
        db_index=True,
    )
    answer = models.TextField(_("answer"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided on"), null=True, blank=True)
    created_at = models.DateTimeField(_("proposed on"), auto_now_add=True)

    objects = ProposalQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["created_at", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ProposalState.values),
                name="proposal_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.DECLINED, answer=""),
                name="proposal_declined_with_answer",
            ),
        ]

    def __str__(self) -> str:
        """Give the first words."""
        return self.text[:80]

    @property
    def is_waiting(self) -> bool:
        """Whether an editor has still to decide."""
        return self.state == ProposalState.WAITING
