"""The profile of an author."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from authors.blocks import AffiliationBlock, BiographyBlock
from authors.identifiers import parse_orcid
from images.forms import PicturesPageForm


def validate_orcid(value: str) -> None:
    """Raise `ValidationError` in the editor's words when this is no ORCID iD."""
    try:
        parse_orcid(value)
    except ValueError as error:
        raise ValidationError(str(error)) from error


class AuthorPage(RoutablePageMixin, Page):
    """Who an author is: training, work, interests, and what they wrote here."""

    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    post_nominals = models.CharField(
        _("post-nominals"),
        max_length=100,
        blank=True,
        help_text=_("Letters after the name, such as “MD, FRCA”."),
    )
    role = models.CharField(_("role"), max_length=200, blank=True)
    specialties = models.CharField(
        _("specialties"),
        max_length=255,
        blank=True,
        help_text=_("With commas between."),
    )
    summary = models.CharField(
        _("summary"),
        max_length=255,
        blank=True,
        help_text=_("One sentence, shown in lists and beside articles."),
    )
    portrait = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    orcid = models.CharField(
        "ORCID iD",
        max_length=40,
        blank=True,
        validators=[validate_orcid],
        help_text=_("Such as 0000-0002-1825-0097; the check digit is verified."),
    )
    affiliations = StreamField(
        [("affiliation", AffiliationBlock())],
        verbose_name=_("affiliations"),
        blank=True,
    )
    education = StreamField(
        [("entry", blocks.CharBlock(max_length=255))],
        verbose_name=_("education"),
        blank=True,
    )
    memberships = StreamField(
        [("entry", blocks.CharBlock(max_length=255))],
        verbose_name=_("memberships"),
        blank=True,
    )
    biography = StreamField(BiographyBlock(), verbose_name=_("biography"), blank=True)
    interests = models.TextField(
        _("interests"),
        blank=True,
        help_text=_(
            "In one plain sentence: who pays, what is owned. Shown to readers."
        ),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author_page",
    )
    contact_email = models.EmailField(
        _("e-mail for readers’ questions"),
        blank=True,
        help_text=_(
            "Questions to the author are sent there; the account’s address is used "
            "where this is empty. Never shown."
        ),
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(["given_name", "family_name", "post_nominals"], _("Name")),
        MultiFieldPanel(
            ["role", "specialties", "summary", FieldPanel("portrait"), "orcid"],
            _("Profile"),
        ),
        "affiliations",
        "education",
        "memberships",
        "biography",
        "interests",
    ]
    settings_panels = [*Page.settings_panels, "user", "contact_email"]
    base_form_class = PicturesPageForm
    search_fields = [
        *Page.search_fields,
        index.SearchField("role"),
        index.SearchField("specialties"),
        index.SearchField("summary"),
        index.SearchField("biography"),
    ]
    parent_page_types = ["authors.AuthorIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("author")

    @property
    def address_for_questions(self) -> str:
        """Where the author is asked: nowhere, if no address is known."""
        if self.contact_email or self.user is None or not self.user.is_active:
            return self.contact_email
        return self.user.email

    def clean(self):
        """Store the ORCID iD in its one printed form."""
        super().clean()
        if self.orcid:
            validate_orcid(self.orcid)
            self.orcid = parse_orcid(self.orcid)

    def get_context(self, request, *args, **kwargs):
        """Add `articles`, newest first, what holds today, and the last disclosure."""
        context = super().get_context(request, *args, **kwargs)
        today = timezone.localdate()
        context |= {
            "articles": [
                authorship.page
                for authorship in self.authorships.filter(page__live=True)
                .select_related("page")
                .order_by("-page__first_published_at")
            ],
            "credentials": list(self.credentials.current(today).for_readers()),
            "disclosure": self.disclosures.filter(declared_on__lte=today).first(),
        }
        return context

    @path("disclosures/<int:pk>/", name="disclosure")
    def whole_disclosure(self, request, pk):
        """Show all lines of one disclosure, and when others were given."""
        disclosure = get_object_or_404(self.disclosures, pk=pk)
        others = self.disclosures.exclude(pk=pk).defer("answers")
        return self.render(
            request,
            template="authors/disclosure.html",
            context_overrides={
                "disclosure": disclosure,
                "others": list(others),
                "is_current": disclosure.is_current(timezone.localdate()),
            },
        )
