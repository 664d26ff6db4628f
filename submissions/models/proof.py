"""Proofs, what the named authors say about them, and why one was not waited for."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record, RecordQuerySet
from submissions.models.guest import Guest
from submissions.models.submission import Submission


class Proof(Record):
    """A text as it is to be published, and who was asked to approve it.

    `text` is what was sent, as versions are compared by.
    """

    submission = models.ForeignKey(
        Submission,
        verbose_name=_("submission"),
        on_delete=models.CASCADE,
        related_name="proofs",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("version"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    guests = models.ManyToManyField(
        Guest, verbose_name=_("sent to"), related_name="proofs"
    )
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    text = models.TextField(_("text"))
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
        verbose_name = _("proof")
        verbose_name_plural = _("proofs")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        """Give the topic and the day."""
        return f"{self.submission}, {self.sent_at:%Y-%m-%d}"


class Decision(models.TextChoices):
    """What an author may say."""

    APPROVE = "approve", _("Approves")
    CHANGES = "changes", _("Asks for a change")


class ProofDecisionQuerySet(RecordQuerySet):
    """Decisions, chosen by what they are about."""

    def about(self, fingerprint: str):
        """Leave those about this very content."""
        return self.filter(fingerprint=fingerprint)


class ProofDecision(Record):
    """One author approves a content, or asks for a change, there or as a whole.

    Of several by one author about one content, the last holds.
    """

    submission = models.ForeignKey(
        Submission,
        verbose_name=_("submission"),
        on_delete=models.CASCADE,
        related_name="proof_decisions",
    )
    author = models.ForeignKey(
        "authors.AuthorPage",
        verbose_name=_("author"),
        on_delete=models.CASCADE,
        related_name="proof_decisions",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("proof"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision.choices)
    block_id = models.CharField(_("paragraph"), max_length=64, blank=True)
    note = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField(_("said on"), auto_now_add=True)

    objects: ClassVar = ProofDecisionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("decision about a proof")
        verbose_name_plural = _("decisions about proofs")
        ordering = ["created_at", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(decision__in=Decision.values),
                name="proof_decision_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(decision=Decision.CHANGES, note=""),
                name="proof_change_with_note",
            ),
        ]

    def __str__(self) -> str:
        """Name the author and what they said."""
        return f"{self.author}: {self.get_decision_display()}"


class ApprovalWaiver(Record):
    """An editor's reason for not waiting until every author approved a text."""

    submission = models.ForeignKey(
        Submission,
        verbose_name=_("submission"),
        on_delete=models.CASCADE,
        related_name="waivers",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by_name = models.CharField(_("decided by"), max_length=310)
    reason = models.TextField(_("reason"))
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    created_at = models.DateTimeField(_("decided on"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("publication without approval")
        verbose_name_plural = _("publications without approval")
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_reason")
        ]

    def __str__(self) -> str:
        """Give who decided, and why."""
        return f"{self.by_name}: {self.reason[:60]}"
