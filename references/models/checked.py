"""What checks find out about a source after it was published."""

from datetime import date
from urllib.parse import quote

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from references import dates
from references.models.choices import LinkState, StandingState
from references.standing import State

# What checks find, and no editor and no revision changes.
CHECKED_FIELDS = (
    "standing",
    "notice_doi",
    "notice_pmid",
    "notice_date",
    "standing_sources",
    "standing_asked_at",
    "standing_checked_at",
    "standing_failure",
    "link_state",
    "link_checked_at",
)


class CheckedMixin(models.Model):
    """The standing of a work and the state of its address, to be mixed into a record.

    Both are facts: they change without approval, and no revision restores old ones.
    """

    standing = models.CharField(
        _("standing"),
        max_length=20,
        choices=StandingState.choices,
        default=StandingState.CURRENT,
        editable=False,
    )
    notice_doi = models.CharField(max_length=2000, blank=True, editable=False)
    notice_pmid = models.CharField(max_length=20, blank=True, editable=False)
    notice_date = models.CharField(max_length=20, blank=True, editable=False)
    standing_sources = models.JSONField(default=list, blank=True, editable=False)
    standing_asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    standing_checked_at = models.DateTimeField(
        _("standing last checked"), null=True, blank=True, editable=False
    )
    standing_failure = models.TextField(blank=True, editable=False)
    link_state = models.CharField(
        _("address"),
        max_length=10,
        choices=LinkState.choices,
        default=LinkState.UNKNOWN,
        editable=False,
    )
    link_checked_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def with_content_json(self, content):
        """Restore a version of the record, but not of what became of the work.

        Standing and link are facts that checks find; no draft can bring old ones back,
        however long ago this object was read. Another DOI, PMID or address than the
        row's is due to be checked at once.
        """
        restored = super().with_content_json(content)
        row = type(self)._default_manager.filter(pk=self.pk).first() or self
        for name in CHECKED_FIELDS:
            setattr(restored, name, getattr(row, name))
        if (restored.doi, restored.pmid) != (row.doi, row.pmid):
            restored.standing_asked_at = None
        if restored.url != row.url:
            restored.link_state, restored.link_checked_at = LinkState.UNKNOWN, None
        return restored

    @property
    def is_in_trouble(self) -> bool:
        """Whether readers must be told that this source is not to be relied on."""
        return State(self.standing).severity >= State.CONCERN.severity

    @property
    def notice_url(self) -> str:
        """The address of the notice about this source, if one is known."""
        if self.notice_doi:
            return f"https://doi.org/{quote(self.notice_doi, safe='/:;().')}"
        if self.notice_pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{quote(self.notice_pmid)}/"
        return ""

    @property
    def notice_day(self) -> str:
        """The date of that notice in words, as far as it is known."""
        match dates.parts(dates.parse(self.notice_date)):
            case (year, month, day):
                return date_format(date(year, month, day), "j F Y")
            case (year, month):
                return date_format(date(year, month, 1), "F Y")
            case (year,):
                return str(year)
        return ""
