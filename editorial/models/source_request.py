"""Readers' requests for a source, and what became of them."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RequestState(models.TextChoices):
    """What became of a request for a source."""

    WAITING = "waiting", _("Waiting")
    CITED = "cited", _("Source cited")
    REWORDED = "reworded", _("Reworded")
    REMOVED = "removed", _("Removed")
    DECLINED = "declined", _("Declined")


# What readers are told.
_IN_WORDS = {
    RequestState.WAITING: _("An editor has yet to look at it."),
    RequestState.CITED: _("A source was added."),
    RequestState.REWORDED: _("The sentence was reworded."),
    RequestState.REMOVED: _("The sentence was removed."),
    RequestState.DECLINED: _("No source was added."),
}


class SourceRequestQuerySet(models.QuerySet["SourceRequest"]):
    """Requests by their state."""

    def waiting(self) -> "SourceRequestQuerySet":
        """Leave those that nobody decided about."""
        return self.filter(state=RequestState.WAITING)

    def decided(self) -> "SourceRequestQuerySet":
        """Leave those with an outcome."""
        return self.exclude(state=RequestState.WAITING)


class SourceRequest(models.Model):
    """A sentence of a page for which readers asked for a source.

    It is anchored by the block and the sentence's own words, so that it never points at
    a sentence that only stands in the same place. There is one for all who ask while it
    waits.
    """

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="source_requests",
    )
    block_id = models.TextField(_("block"))
    sentence = models.TextField(_("sentence"))
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("published version"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("first asked"), auto_now_add=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=RequestState.choices,
        default=RequestState.WAITING,
        db_index=True,
    )
    reason = models.TextField(_("answer to readers"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = SourceRequestQuerySet.as_manager()

    # Readers' questions do not count as uses of a page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("request for a source")
        verbose_name_plural = _("requests for a source")
        default_permissions = ("view",)
        permissions = [("decide_sourcerequest", _("Can decide about source requests"))]
        constraints = [
            models.CheckConstraint(
                name="source_request_decided_at",
                condition=Q(state=RequestState.WAITING, decided_at=None)
                | (~Q(state=RequestState.WAITING) & Q(decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="source_request_declined_with_reason",
                condition=~Q(state=RequestState.DECLINED, reason=""),
            ),
        ]

    def __str__(self) -> str:
        """Give the first words of the sentence."""
        return self.sentence[:80]

    @property
    def outcome(self) -> str:
        """What became of it, in words for readers."""
        return str(_IN_WORDS[RequestState(self.state)])


class Asker(models.Model):
    """A reader who asked: what they noted, and where they wish to be told.

    The address is erased when the one mail is sent.
    """

    source_request = models.ForeignKey(
        SourceRequest,
        verbose_name=_("request for a source"),
        on_delete=models.CASCADE,
        related_name="askers",
    )
    note = models.TextField(_("note"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    created_at = models.DateTimeField(_("asked"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reader who asked")
        verbose_name_plural = _("readers who asked")
        default_permissions = ()

    def __str__(self) -> str:
        """Give the first words of the note."""
        return self.note[:80]


class Askable(models.Model):
    """A page that readers may ask for sources: to be mixed into a Wagtail page."""

    live: Any
    get_view_restrictions: Callable[..., Any]
    # On while the page itself is served; its text in a feed or a preview has no links.
    offers_asking = False

    class Meta:
        abstract = True

    @property
    def accepts_source_requests(self) -> bool:
        """Whether anybody may read this page now."""
        return self.live and not self.get_view_restrictions().exists()

    def get_context(self, request, *args, **kwargs):
        """Tell the templates of blocks that they may lead to the form."""
        self.offers_asking = self.live and not getattr(request, "is_preview", False)
        return super().get_context(request, *args, **kwargs)
