"""The list of authors."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from authors.models.author import AuthorPage


class AuthorIndexPage(Page):
    """The list of everybody who writes here."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, "introduction"]
    max_count_per_parent = 1
    subpage_types = ["authors.AuthorPage"]

    class Meta:
        verbose_name = _("author list")

    def get_context(self, request, *args, **kwargs):
        """Add `authors`, by family name, with their portraits."""
        context = super().get_context(request, *args, **kwargs)
        context["authors"] = list(
            AuthorPage.objects.child_of(self)
            .live()
            .order_by("family_name", "given_name")
            .select_related("portrait")
            .prefetch_related("portrait__renditions")
        )
        return context
