"""The style in which a site prints its citations."""

from django.http import HttpRequest
from wagtail.models import Site

from references.citing.styles import Style
from references.models import CitationSettings


def style_for(asked: HttpRequest | Site | None) -> Style:
    """Give the style of a site, or of the site that a request asked; else AMA.

    Takes one query; unlike Wagtail's own way it stores no row for a reader's request.
    """
    site = Site.find_for_request(asked) if isinstance(asked, HttpRequest) else asked
    if site is None:
        return Style.AMA
    chosen = CitationSettings.objects.filter(site=site).values_list("style", flat=True)
    return Style(next(iter(chosen), Style.AMA))
