"""The files that a guest sends, one version after the other."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from submissions.models.submission import Submission


class ConversionState(models.TextChoices):
    """How far a file is on its way to become a page."""

    QUEUED = "queued", _("Waiting")
    CONVERTING = "converting", _("Being read")
    READY = "ready", _("Ready")
    REFUSED = "refused", _("Refused")


def stored_name(manuscript: "Manuscript", name: str) -> str:
    """Give a file a name that nobody can guess, below a folder that is not served."""
    ending = "html" if name.endswith(".html") else "docx"
    return f"manuscripts/{manuscript.submission_id}/{uuid4()}.{ending}"


class ManuscriptQuerySet(models.QuerySet["Manuscript"]):
    """Manuscripts, chosen by what became of them."""

    def ready(self):
        """Leave those that became a page."""
        return self.filter(state=ConversionState.READY)


class Manuscript(models.Model):
    """One version of the text: its file, what became of it, and the report on it.

    `text` is what was read, a paragraph a line, to be compared with other versions.
    """

    submission = models.ForeignKey(
        Submission,
        verbose_name=_("submission"),
        on_delete=models.CASCADE,
        related_name="manuscripts",
    )
    number = models.PositiveSmallIntegerField(_("version"))
    file = models.FileField(_("file"), upload_to=stored_name, max_length=200)
    name = models.CharField(_("name of the file"), max_length=255)
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=ConversionState.choices,
        default=ConversionState.QUEUED,
    )
    problem = models.TextField(_("why it was refused"), blank=True)
    report = models.JSONField(_("report"), default=dict, blank=True)
    text = models.TextField(_("text"), blank=True)
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("page as sent"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("sent"), auto_now_add=True)

    objects = ManuscriptQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("manuscript")
        verbose_name_plural = _("manuscripts")
        ordering = ["-number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "number"], name="manuscript_number_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ConversionState.values),
                name="manuscript_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state=ConversionState.REFUSED, problem=""),
                name="manuscript_refused_with_reason",
            ),
        ]

    def __str__(self) -> str:
        """Name the file and the version."""
        return f"{self.name} ({self.number})"

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be read."""
        return self.state in (ConversionState.QUEUED, ConversionState.CONVERTING)

    @property
    def is_ready(self) -> bool:
        """Whether it became a page."""
        return self.state == ConversionState.READY
