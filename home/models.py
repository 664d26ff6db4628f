"""The home page, standard pages and what the publisher says of itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from blog.blocks import BodyBlock
from blog.models import ArticlePage, listed

ARTICLES_ON_HOME_PAGE = 7


class HomePage(Page):
    """The front of the site: a welcome and the newest articles."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*Page.content_panels, "introduction", "body"]
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")

    def route(self, request, path_components):
        """Find an article by its whole address, in one query; the rest step by step.

        Wagtail asks twice for every part of an address.
        """
        if len(path_components) > 1:
            url_path = f"{self.url_path}{'/'.join(path_components)}/"
            articles = ArticlePage.objects.select_related("lead_image")
            article = articles.filter(url_path=url_path).first()
            if article is not None:
                return article.route(request, [])
        return super().route(request, path_components)

    def get_context(self, request, *args, **kwargs):
        """Add `articles`, the newest first."""
        context = super().get_context(request, *args, **kwargs)
        newest = listed().descendant_of(self)[:ARTICLES_ON_HOME_PAGE]
        context["articles"] = list(newest)
        return context


class StandardPage(Page):
    """A page of its own, such as a policy."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*Page.content_panels, "introduction", "body"]
    search_fields = [*Page.search_fields, index.SearchField("body")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    class Meta:
        verbose_name = _("standard page")


POLICIES = ("editorial_policy", "privacy_policy", "comment_policy")


def _policy(name, help_text):
    return models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=name,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=help_text,
    )


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """Who publishes this site, and what stands at the foot of every page."""

    select_related = POLICIES

    publisher = models.CharField(_("publisher"), max_length=200, default="Citewell")
    contact_email = models.EmailField(_("contact address"), blank=True)
    disclaimer = models.TextField(
        _("disclaimer"),
        blank=True,
        default=_(
            "What you read here does not replace the advice of somebody who has "
            "examined you."
        ),
    )
    editorial_policy = _policy(
        _("editorial policy"), _("How articles are written, checked and corrected.")
    )
    privacy_policy = _policy(
        _("privacy policy"), _("What is kept about readers, and for how long.")
    )
    comment_policy = _policy(
        _("comment policy"), _("What may be written, and who reads it first.")
    )
    footer = RichTextField(
        _("footer"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("Links to the policies, and what else belongs on every page."),
    )

    panels = [
        MultiFieldPanel(["publisher", "contact_email"], _("Publisher")),
        MultiFieldPanel([*POLICIES], _("Policies")),
        "disclaimer",
        "footer",
    ]

    class Meta:
        verbose_name = _("site settings")

    @property
    def policies(self) -> list[Page]:
        """The policies that readers can open, in their printed order."""
        chosen = [getattr(self, name) for name in POLICIES]
        return [page for page in chosen if page and page.live]
