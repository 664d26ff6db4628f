"""The lists of articles and of topics, and a topic with its articles."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from blog.models.article import listed

ARTICLES_PER_PAGE = 10


def paginate(articles, request):
    """Give the page of a listing that `?page=` asks for; 404 when there is none."""
    try:
        return Paginator(articles, ARTICLES_PER_PAGE).page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error


class BlogIndexPage(Page):
    """All articles, newest first."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, "introduction"]
    max_count_per_parent = 1
    subpage_types = ["blog.ArticlePage"]

    class Meta:
        verbose_name = _("article list")

    def get_context(self, request, *args, **kwargs):
        """Add `articles`, one page of them."""
        context = super().get_context(request, *args, **kwargs)
        context["articles"] = paginate(listed().child_of(self), request)
        return context


class TopicIndexPage(Page):
    """All topics."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, "introduction"]
    max_count_per_parent = 1
    subpage_types = ["blog.TopicPage"]

    class Meta:
        verbose_name = _("topic list")

    def get_context(self, request, *args, **kwargs):
        """Add `topics` in alphabetical order."""
        context = super().get_context(request, *args, **kwargs)
        context["topics"] = list(
            TopicPage.objects.child_of(self).live().order_by("title")
        )
        return context


class TopicPage(Page):
    """A subject, with the articles about it."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What readers find here.")
    )

    content_panels = [*Page.content_panels, "introduction"]
    parent_page_types = ["blog.TopicIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("topic")

    def get_context(self, request, *args, **kwargs):
        """Add `articles` about this topic, one page of them."""
        context = super().get_context(request, *args, **kwargs)
        context["articles"] = paginate(listed().filter(topics=self), request)
        return context
