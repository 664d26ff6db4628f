"""An article: its text, and all that its page shows."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from blog import downloads, history, metadata
from blog.blocks import BodyBlock
from blog.contents import contents
from blog.dates import dates
from blog.forms import ArticlePageForm
from blog.models.signed import SignedArticle
from blog.text import sources, text_of
from comments import feeds, listing, reading
from comments.models import Commentable
from editorial import notices, review, source_requests
from editorial.models import Askable
from references.citing.library import reading_list
from references.citing.settings import style_for


class ArticlePage(SignedArticle, Askable, Commentable, RoutablePageMixin, Page):
    """An article: what it says, who wrote it, and where to read on."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences, shown in lists and by search engines."),
    )
    lead_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_image_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows; empty when it only decorates."),
    )
    topics = ParentalManyToManyField(
        "blog.TopicPage", verbose_name=_("topics"), blank=True, related_name="articles"
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    funding = models.CharField(
        _("funding"),
        max_length=255,
        blank=True,
        help_text=_("Who paid for this article, if anybody did."),
    )

    # While the page itself is served.
    loaded_history: history.History | None = None

    content_panels = [
        *Page.content_panels,
        "summary",
        MultipleChooserPanel(
            "authorships", label=_("Byline"), chooser_field_name="author"
        ),
        MultiFieldPanel(
            [
                "lead_image",
                FieldPanel("lead_image_alt", help_text=_("What the picture shows.")),
            ],
            _("Lead picture"),
        ),
        "body",
        MultipleChooserPanel(
            "further_reading",
            label=_("Further reading"),
            chooser_field_name="reference",
        ),
        FieldPanel("topics"),
        "funding",
        MultiFieldPanel(
            ["notice_kind", "notice_what", "notice_why"],
            _("Change notice"),
            help_text=_(
                "For a published article: what readers are told about this change."
            ),
        ),
    ]
    settings_panels = [*Page.settings_panels, "comments_open"]
    base_form_class = ArticlePageForm
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("body"),
    ]
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("article")

    def get_absolute_url(self) -> str:
        """Give the address, which django-comments asks for by this name."""
        return self.full_url or "/"

    def answering_authors(self):
        """Give the byline, for those who ask about the article."""
        rows = self.authorships.select_related("author__user")
        return [row.author for row in rows]

    def comment_version(self):
        """Give number and date of the newest version that is kept, if any is."""
        newest = (self.loaded_history or history.of(self)).current
        if newest is None:
            return super().comment_version()
        return newest.number, timezone.localdate(newest.at)

    def version_address(self, number):
        """Give where an earlier version can be read."""
        return f"{self.url}versions/{number}/"

    def get_context(self, request, *args, **kwargs):
        """Add all that the template shows, in a fixed number of queries."""
        context = super().get_context(request, *args, **kwargs)
        self._load_rows()
        bylines = list(self.authorships.all())
        authors = [byline.author for byline in bylines]
        topics = list(self.topics.all())
        pictures = [self.lead_image, *(author.portrait for author in authors)]
        style = style_for(request)
        text = text_of(self, request, style, filter(None, pictures))
        past = self.loaded_history = history.of(self, request)
        line = review.line(self, self.fingerprint())
        comments = reading.section(self, request, on_article=True)
        described = metadata.describe(
            self, request, authors, past, topics=topics, line=line
        )
        listed_only = [row.reference for row in self.further_reading.all()]
        items = [source.item for source in sources(text, listed_only)]
        context |= {
            "authors": authors,
            "bylines": bylines,
            "opening": text.opening,
            "sections": text.sections,
            "cited": text.cited,
            "topics": topics,
            "citation_style": style,
            "references": reading_list(listed_only, style),
            "contents": contents(
                (block.id or "", block.value["level"], block.value["text"])
                for block in self.body
                if block.block_type == "heading"
            ),
            "metadata": metadata.metadata(described, items, comments),
            "own_citations": metadata.in_styles(described),
            "downloads": downloads.FILES,
            "dates": dates(self, line, past, request),
            "history": past,
            "source_requests": source_requests.shown_on(self),
            "comments": comments,
        }
        return context

    @path("comments/")
    def all_comments(self, request):
        """Show one page of the comments by itself."""
        return listing.listing(request, self)

    @path("comments.atom/")
    def comments_feed(self, request):
        """Give the newest comments as a feed."""
        return feeds.feed(request, self)

    def route(self, request, path_components):
        """Answer for a withdrawn article too: that it is gone, and what it was."""
        if self.live or not notices.is_withdrawn(self):
            return super().route(request, path_components)
        match = self.resolve_subpage("/".join(["", *path_components, ""]))
        view = history.OF_WITHDRAWN.get(match.url_name)
        if view is None:
            raise Http404
        return RouteResult(self, args=(partial(view, page=self), (), match.kwargs))

    @path("history/")
    def history(self, request):
        """Show every change that readers could see."""
        return history.history(request, self)

    @path("versions/<int:number>/")
    def version(self, request, number):
        """Show the article as it once was."""
        return history.version(request, self, number)

    @path("versions/<int:number>/changes/")
    def version_changes(self, request, number):
        """Show what a version changed."""
        return history.changes(request, self, number)

    def _load_rows(self) -> None:
        """Read the byline and the reading list once, with all that is shown of them."""
        relations = {
            "authorships": ("author__portrait", "disclosure"),
            "further_reading": ("reference",),
        }
        for name, shown in relations.items():
            rows = getattr(self, name).get_live_queryset().select_related(*shown)
            prefetch_related_objects([self], models.Prefetch(name, rows))

    @path("cite.<str:ending>/")
    def own_record(self, request, ending):
        """Give the article itself as a file of a reference manager."""
        return downloads.own_record(request, self, ending)

    @path("references.<str:ending>/")
    def all_sources(self, request, ending):
        """Give all that the article cites or lists as one file."""
        return downloads.sources(request, self, ending)


def listed():
    """Give published articles as listings show them: newest first, with bylines."""
    return (
        ArticlePage.objects.live()
        .public()
        .order_by("-first_published_at", "-pk")
        .select_related("lead_image")
        .prefetch_related("lead_image__renditions", "authorships__author", "topics")
    )
