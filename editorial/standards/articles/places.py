"""Where an article, and what is known of it, can be seen; and its days in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.standards.facts import ArticleFacts, Link


def page(article: ArticleFacts) -> Link:
    """Lead to the article, or to its draft while readers cannot see it."""
    if article.is_live:
        return Link(_("The article"), article.url)
    return Link(_("The draft"), article.edit_url)


def editor(article: ArticleFacts) -> Link:
    """Lead to where it can be mended."""
    return Link(_("In the editor"), article.edit_url)


def history(article: ArticleFacts) -> Link:
    """Lead to its earlier versions."""
    return Link(_("Versions and changes"), f"{article.url}history/")


def day(on: date) -> str:
    """Give a day as editors read it."""
    return date_format(on, "j F Y")
