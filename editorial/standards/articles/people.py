"""Who wrote an article, and who pays them."""

from django.utils.translation import gettext as _

from editorial.standards.articles.places import editor, page
from editorial.standards.facts import ArticleFacts, Link
from editorial.standards.verdict import Verdict, at_best_judged, met, not_met


def authors_named(article: ArticleFacts) -> Verdict:
    """Whether every author is named with qualifications and place of work."""
    if not article.authors:
        return not_met(_("The byline is empty."), editor(article))
    lacking = [
        author.name
        for author in article.authors
        if not (author.qualifications and author.affiliations)
    ]
    if lacking:
        missing = _("Qualifications or place of work are missing: %(names)s.")
        return not_met(missing % {"names": ", ".join(lacking)}, *_profiles(article))
    return met(*_profiles(article))


def qualifications_given(article: ArticleFacts) -> Verdict:
    """Whether every author's qualifications are given."""
    if not article.authors:
        return not_met(_("The byline is empty."), editor(article))
    lacking = [one.name for one in article.authors if not one.qualifications]
    if lacking:
        missing = _("No qualification is given: %(names)s.")
        return not_met(missing % {"names": ", ".join(lacking)}, *_profiles(article))
    return met(*_profiles(article))


def skills_shown(article: ArticleFacts) -> Verdict:
    """Whether qualifications are given, which a person can weigh."""
    return at_best_judged(qualifications_given(article))


def _profiles(article: ArticleFacts) -> list[Link]:
    return [Link(one.name, one.url) for one in article.authors if one.url]


def interests_disclosed(article: ArticleFacts) -> Verdict:
    """Whether every author answered all thirteen lines within twelve months."""
    if not article.authors:
        return not_met(_("The byline is empty."), editor(article))
    silent = [one.name for one in article.authors if not one.disclosure]
    if silent:
        missing = _("No disclosure within twelve months: %(names)s.")
        return not_met(missing % {"names": ", ".join(silent)}, editor(article))
    return met(*(Link(one.name, one.disclosure) for one in article.authors))


def openly_written(article: ArticleFacts) -> Verdict:
    """Whether interests are disclosed, which is a part of it."""
    return at_best_judged(interests_disclosed(article))


def funding_stated(article: ArticleFacts) -> Verdict:
    """Whether the article says who paid for it; nothing said is not “nobody”."""
    if article.funding:
        return met(page(article), remark=article.funding)
    return not_met(_("Nothing is said about who paid, if anybody."), editor(article))
