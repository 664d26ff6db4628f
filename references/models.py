"""The reference library: every source once, shared by all articles."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from references import identifiers
from references.blocks import ContributorsBlock, as_csl_names
from references.formats import ama


class CslType(models.TextChoices):
    """Kinds of source, by their names in CSL 1.0.2."""

    ARTICLE_JOURNAL = "article-journal", _("Journal article")
    ARTICLE = "article", _("Preprint")
    BOOK = "book", _("Book")
    CHAPTER = "chapter", _("Chapter")
    REPORT = "report", _("Report or guideline")
    WEBPAGE = "webpage", _("Web page")
    THESIS = "thesis", _("Thesis")
    DATASET = "dataset", _("Dataset")
    ARTICLE_NEWSPAPER = "article-newspaper", _("News")


class Reference(
    DraftStateMixin, RevisionMixin, PreviewableMixin, index.Indexed, models.Model
):
    """A source that articles cite: what CSL-JSON says about it, and where it is."""

    csl_type = models.CharField(
        _("kind"),
        max_length=30,
        choices=CslType.choices,
        default=CslType.ARTICLE_JOURNAL,
    )
    title = models.CharField(_("title"), max_length=1000)
    contributors = StreamField(
        ContributorsBlock(), verbose_name=_("authors"), blank=True
    )
    editors = StreamField(ContributorsBlock(), verbose_name=_("editors"), blank=True)
    container_title = models.CharField(
        _("journal, book or site"), max_length=500, blank=True
    )
    container_title_short = models.CharField(
        _("journal, abbreviated"), max_length=200, blank=True
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True)
    day = models.PositiveSmallIntegerField(_("day"), null=True, blank=True)
    volume = models.CharField(_("volume"), max_length=50, blank=True)
    issue = models.CharField(_("issue"), max_length=50, blank=True)
    pages = models.CharField(_("pages"), max_length=100, blank=True)
    publisher = models.CharField(_("publisher"), max_length=255, blank=True)
    publisher_place = models.CharField(_("place"), max_length=255, blank=True)
    doi = models.CharField("DOI", max_length=255, unique=True, null=True, blank=True)
    pmid = models.CharField("PMID", max_length=20, unique=True, null=True, blank=True)
    pmcid = models.CharField("PMCID", max_length=20, unique=True, null=True, blank=True)
    isbn = models.CharField("ISBN", max_length=20, blank=True)
    nbk = models.CharField("NBK", max_length=20, blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    updated = models.DateField(_("updated"), null=True, blank=True)
    accessed = models.DateField(_("accessed"), null=True, blank=True)
    raw = models.TextField(
        _("as typed"), blank=True, help_text=_("The text that this record came from.")
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="reference")

    panels = [
        MultiFieldPanel(["csl_type", FieldPanel("title", required_on_save=True)]),
        "contributors",
        "editors",
        MultiFieldPanel(
            [
                "container_title",
                "container_title_short",
                FieldRowPanel(["year", "month", "day"]),
                FieldRowPanel(["volume", "issue", "pages"]),
                FieldRowPanel(["publisher", "publisher_place"]),
            ],
            _("Published in"),
        ),
        MultiFieldPanel(
            [FieldRowPanel(["doi", "pmid", "pmcid"]), FieldRowPanel(["isbn", "nbk"])],
            _("Identifiers"),
        ),
        MultiFieldPanel(
            ["url", FieldRowPanel(["updated", "accessed"])], _("On the web")
        ),
        "raw",
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("container_title"),
        index.SearchField("contributors"),
        index.FilterField("csl_type"),
        index.FilterField("year"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        """Give first author, year and title, as editors look for them."""
        names = as_csl_names(self.contributors)
        first = (names[0].get("family") or names[0].get("literal")) if names else ""
        lead = " ".join(str(part) for part in (first, self.year) if part)
        return f"{lead}. {self.title}" if lead else self.title

    def clean(self) -> None:
        """Bring identifiers to their one form, or say what is wrong with them."""
        super().clean()
        problems = {}
        for name in ("doi", "pmid", "pmcid"):
            value = getattr(self, name)
            if not value:
                setattr(self, name, None)
                continue
            try:
                setattr(self, name, getattr(identifiers, f"normalise_{name}")(value))
            except ValueError as error:
                problems[name] = str(error)
        if problems:
            raise ValidationError(problems)

    @property
    def csl(self) -> dict[str, Any]:
        """The record as a CSL-JSON item, without what is missing."""
        item: dict[str, Any] = {
            "type": self.csl_type,
            "title": self.title,
            "author": as_csl_names(self.contributors),
            "editor": as_csl_names(self.editors),
            "container-title": self.container_title,
            "container-title-short": self.container_title_short,
            "volume": self.volume,
            "issue": self.issue,
            "page": self.pages,
            "publisher": self.publisher,
            "publisher-place": self.publisher_place,
            "DOI": self.doi,
            "PMID": self.pmid,
            "PMCID": self.pmcid,
            "ISBN": self.isbn,
            "URL": self.url,
        }
        if self.year:
            parts = [self.year, self.month, self.day]
            item["issued"] = {"date-parts": [[part for part in parts if part]]}
        for name, date in (("updated", self.updated), ("accessed", self.accessed)):
            if date:
                item[name] = {"date-parts": [[date.year, date.month, date.day]]}
        return {key: value for key, value in item.items() if value}

    @property
    def html(self) -> str:
        """The record in AMA style, as safe HTML."""
        return ama.as_html(self.csl)

    def get_preview_template(self, request, mode_name) -> str:
        """Show the record as articles print it."""
        return "references/preview.html"
