"""The home page, standard pages and what the publisher says of itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from blog.blocks import BodyBlock
from blog.models import listed

ARTICLES_ON_HOME_PAGE = 7


class HomePage(Page):
    """The front of the site: a welcome and the newest articles."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*Page.content_panels, "introduction", "body"]
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")

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


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """Who publishes this site, and what stands at the foot of every page."""

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
    footer = RichTextField(
        _("footer"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("Links to the policies, and what else belongs on every page."),
    )

    panels = [
        MultiFieldPanel(["publisher", "contact_email"], _("Publisher")),
        "disclaimer",
        "footer",
    ]

    class Meta:
        verbose_name = _("site settings")
