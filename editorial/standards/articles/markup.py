"""What the page of an article tells programs."""

from django.utils.translation import gettext as _

from editorial.standards.articles.places import editor, history, page
from editorial.standards.facts import ArticleFacts
from editorial.standards.verdict import Verdict, met, not_met


def _told(article: ArticleFacts, *names: str) -> Verdict:
    if not article.markup:
        return not_met(_("Not published."), editor(article))
    missing = [name for name in names if not article.markup.get(name)]
    if missing:
        lacks = _("The page tells programs nothing of: %(names)s.")
        return not_met(lacks % {"names": ", ".join(missing)}, page(article))
    return met(page(article), remark=", ".join(names))


def medical_page(article: ArticleFacts) -> Verdict:
    """Whether the page calls itself one of medicine, and says for whom and of what."""
    kinds = article.markup.get("@type", [])
    if article.markup and "MedicalWebPage" not in kinds:
        return not_met(_("The page is not called a MedicalWebPage."), page(article))
    return _told(article, "aspect", "medicalAudience", "about")


def review_told(article: ArticleFacts) -> Verdict:
    """Whether a review is told exactly where one holds."""
    names = ("reviewedBy", "lastReviewed")
    if not article.markup or article.is_reviewed:
        return _told(article, *names)
    if any(article.markup.get(name) for name in names):
        return not_met(_("It tells of a review that does not hold."), page(article))
    return not_met(_("No review holds, and none is told."), page(article))


def authors_told(article: ArticleFacts) -> Verdict:
    """Whether every author is told with name, qualifications, role and address."""
    told = _told(article, "author")
    for person in article.markup.get("author", []):
        for name in ("honorificSuffix", "jobTitle", "url", "sameAs"):
            if not person.get(name):
                lacks = _("%(author)s has no %(name)s.")
                values = {"author": person.get("name", ""), "name": name}
                return not_met(lacks % values, page(article))
    return told


def dates_told(article: ArticleFacts) -> Verdict:
    """Whether both dates are told."""
    return _told(article, "datePublished", "dateModified")


def sources_told(article: ArticleFacts) -> Verdict:
    """Whether every source is told."""
    told = _told(article, "citation")
    number = len(article.markup.get("citation", []))
    if article.markup and number < article.source_count:
        lacks = _("%(told)d of %(all)d sources are told.")
        return not_met(
            lacks % {"told": number, "all": article.source_count}, page(article)
        )
    return told


def corrections_told(article: ArticleFacts) -> Verdict:
    """Whether corrections are told; without any there is nothing to tell."""
    if article.correction_count or not article.markup:
        return _told(article, "correction")
    return met(history(article), remark=_("Nothing was corrected."))
