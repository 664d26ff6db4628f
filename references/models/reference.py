"""A source that articles cite: what CSL-JSON says about it, and what became of it."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Cast
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index
from wagtail.search.queryset import SearchableQuerySetMixin

from references import conversion, dates, identifiers
from references.blocks import AppraisalsBlock, ContributorsBlock
from references.csl import address
from references.formats import ama
from references.markup import clean, plain
from references.models.checked import CheckedMixin
from references.models.choices import CslType, StandingState
from references.records import Item

_DATES_HELP = _("Such as 2023, 2023-07, 2023-07-12, Jul–Sep 2023 or Spring 2001.")
_NORMALISED = ("doi", "pmid", "pmcid", "nbk")
_DATED = ("issued", "available", "updated", "accessed")


class ReferenceQuerySet(SearchableQuerySetMixin, models.QuerySet):
    """References, by what readers and editors ask for."""

    def live(self):
        """Give those that are published."""
        return self.filter(live=True)

    def in_trouble(self):
        """Give those that were retracted, withdrawn or questioned."""
        fine = (StandingState.CURRENT, StandingState.CORRECTED)
        return self.exclude(standing__in=fine)


class Reference(
    CheckedMixin,
    DraftStateMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    models.Model,
):
    """One source of the library, kept once however many articles cite it."""

    csl_type = models.CharField(
        _("kind"),
        max_length=30,
        choices=CslType.choices,
        default=CslType.ARTICLE_JOURNAL,
    )
    title = models.CharField(
        _("title"),
        max_length=5000,
        help_text=_("May hold <i>, <b>, <sup> and <sub>, such as <i>E. coli</i>."),
    )
    contributors = StreamField(
        ContributorsBlock(), verbose_name=_("contributors"), blank=True
    )
    container_title = models.CharField(
        _("journal, book or site"), max_length=1000, blank=True
    )
    container_title_short = models.CharField(
        _("journal, abbreviated"), max_length=500, blank=True
    )
    collection_title = models.CharField(_("series"), max_length=1000, blank=True)
    edition = models.CharField(_("edition"), max_length=200, blank=True)
    volume = models.CharField(_("volume"), max_length=200, blank=True)
    issue = models.CharField(_("issue"), max_length=200, blank=True)
    pages = models.CharField(
        _("pages"), max_length=200, blank=True, help_text=_("Or the article’s number.")
    )
    number = models.CharField(
        _("number"), max_length=200, blank=True, help_text=_("Of a report or patent.")
    )
    genre = models.CharField(
        _("genre"),
        max_length=500,
        blank=True,
        help_text=_("Such as “guideline” or “doctoral thesis”."),
    )
    publisher = models.CharField(_("publisher"), max_length=1000, blank=True)
    publisher_place = models.CharField(_("place"), max_length=500, blank=True)
    publication_status = models.CharField(
        _("publication status"),
        max_length=200,
        blank=True,
        help_text=_("Such as “Epub ahead of print”."),
    )
    language = models.CharField(_("language"), max_length=100, blank=True)
    issued = models.CharField(
        _("published"), max_length=200, blank=True, help_text=_DATES_HELP
    )
    available = models.CharField(_("published online"), max_length=200, blank=True)
    updated = models.CharField(_("updated"), max_length=200, blank=True)
    accessed = models.CharField(_("accessed"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, editable=False
    )
    doi = models.CharField("DOI", max_length=2000, unique=True, null=True, blank=True)
    pmid = models.CharField("PMID", max_length=20, unique=True, null=True, blank=True)
    pmcid = models.CharField("PMCID", max_length=20, unique=True, null=True, blank=True)
    isbn = models.CharField("ISBN", max_length=200, blank=True)
    issn = models.CharField("ISSN", max_length=200, blank=True)
    nbk = models.CharField("NBK", max_length=20, blank=True)
    url = models.URLField(_("address"), max_length=2000, blank=True)
    other_variables = models.JSONField(
        _("other CSL variables"), default=dict, blank=True, editable=False
    )
    appraisals = StreamField(
        AppraisalsBlock(), verbose_name=_("appraisals"), blank=True
    )
    raw = models.TextField(
        _("as typed"), blank=True, help_text=_("The text that this record came from.")
    )
    provenance = models.JSONField(
        _("where each field came from"), default=dict, blank=True, editable=False
    )
    locked_fields = models.JSONField(_("locked fields"), default=list, blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="reference")

    objects = ReferenceQuerySet.as_manager()

    search_fields = [
        index.SearchField("plain_title", boost=2),
        index.AutocompleteField("plain_title"),
        index.SearchField("surnames"),
        index.AutocompleteField("surnames"),
        index.SearchField("container_title"),
        index.AutocompleteField("container_title"),
        index.SearchField("doi"),
        index.AutocompleteField("doi"),
        index.SearchField("pmid"),
        index.AutocompleteField("pmid"),
        index.AutocompleteField("pmcid"),
        index.FilterField("id"),
        index.FilterField("csl_type"),
        index.FilterField("year"),
        index.FilterField("standing"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["year"], name="reference_year"),
            models.Index(fields=["standing"], name="reference_standing"),
            # The search index knows records by their keys as text.
            models.Index(
                Cast("id", models.CharField(max_length=50)), name="reference_id_text"
            ),
        ]

    def __str__(self) -> str:
        """Give first author, year and title, as editors look for them."""
        names = self.surnames.split(", ")
        lead = " ".join(str(part) for part in (names[0], self.year) if part)
        return f"{lead}. {self.plain_title}" if lead else self.plain_title

    def save(self, *args, **kwargs) -> None:
        """Keep title, dates and year in the form that the pages rely on."""
        self.bring_to_form()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Give the address of the record in the public library."""
        return f"/references/{self.pk}/"

    def bring_to_form(self) -> None:
        """Do what `save` does first, for who stores many records at once."""
        self.title = clean(self.title)
        for name in _DATED:
            setattr(self, name, dates.as_text(dates.parse(getattr(self, name))))
        self.year = next(iter(dates.parts(dates.parse(self.issued))), None)

    def clean(self) -> None:
        """Bring identifiers and dates to their one form, or say what is wrong."""
        super().clean()
        problems = {}
        for name in _NORMALISED:
            value = getattr(self, name)
            try:
                setattr(self, name, value and normalise(name, value))
            except ValueError as error:
                problems[name] = str(error)
        for name in conversion.NULLABLE:
            setattr(self, name, getattr(self, name) or None)
        if self.url and not address(self.url):
            problems["url"] = gettext("An address starts with https:// or http://.")
        if problems:
            raise ValidationError(problems)

    @property
    def item(self) -> Item:
        """The record as a CSL-JSON item, under `references.records`' conventions."""
        names = (*conversion.TEXTS, *conversion.DATES, *conversion.CUSTOM)
        fields = {name: getattr(self, name) for name in names}
        return conversion.item_from_fields(
            fields
            | {
                "csl_type": self.csl_type,
                "contributors": self.contributors,
                "other_variables": self.other_variables,
            }
        )

    @property
    def plain_title(self) -> str:
        """The title without markup."""
        return plain(self.title)

    @property
    def surnames(self) -> str:
        """Family names and organisations of the contributors, in their order."""
        return ", ".join(
            child.value["name"]
            if child.block_type == "organisation"
            else (child.value.get("family") or child.value.get("given") or "")
            for child in self.contributors
        )

    @property
    def html(self) -> SafeString:
        """The record in AMA style, as safe HTML."""
        return ama.as_html(self.item)

    def get_preview_template(self, request, mode_name) -> str:
        """Show the record as articles print it."""
        return "references/preview.html"


def normalise(name: str, value: str) -> str:
    """Give an identifier's stored form by its field; `ValueError` when it is none."""
    return getattr(identifiers, f"normalise_{name}")(value)
