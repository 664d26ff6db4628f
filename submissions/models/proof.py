"""What the named authors say about a proof."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from submissions.models.submission import Submission


class Decision(models.TextChoices):
    """What an author may say."""

    APPROVE = "approve", _("Approves")
    CHANGES = "changes", _("Asks for a change")


class ProofDecisionQuerySet(models.QuerySet["ProofDecision"]):
    """Decisions, chosen by what they are about."""

    def about(self, fingerprint: str):
        """Leave those about this very content."""
        return self.filter(fingerprint=fingerprint)


class ProofDecision(models.Model):
    """One author approves a content, or asks for a change, there or as a whole."""

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

    objects = ProofDecisionQuerySet.as_manager()

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
            models.UniqueConstraint(
                fields=["submission", "author", "fingerprint"],
                condition=Q(decision=Decision.APPROVE),
                name="one_approval_per_author_and_proof",
            ),
        ]

    def __str__(self) -> str:
        """Name the author and what they said."""
        return f"{self.author}: {self.get_decision_display()}"
