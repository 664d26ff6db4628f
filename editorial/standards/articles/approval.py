"""Who approved an article, when, and when that is due again."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.standards.articles.places import day, editor, history, page
from editorial.standards.facts import ArticleFacts
from editorial.standards.verdict import Verdict, met, not_met


def signed_off(article: ArticleFacts) -> Verdict:
    """Whether what readers see is what a named clinician signed."""
    if article.is_reviewed and article.signed_on:
        signed = _("Signed off by %(name)s on %(day)s.") % {
            "name": article.signed_by,
            "day": day(article.signed_on),
        }
        return met(page(article), remark=signed)
    if article.signed_on:
        return not_met(_("Edited since the last review."), editor(article))
    return not_met(_("Nobody has signed it off."), editor(article))


def review_planned(article: ArticleFacts) -> Verdict:
    """Whether a next review is set and not overdue."""
    if article.due_on is None:
        return not_met(_("No review date is set."), editor(article))
    due = {"day": day(article.due_on)}
    if article.due_on < article.today:
        return not_met(_("Overdue since %(day)s.") % due, editor(article))
    return met(page(article), remark=_("Next review: %(day)s.") % due)


def review_dates_shown(article: ArticleFacts) -> Verdict:
    """Whether there are both dates for the page to show."""
    if not article.is_live:
        return not_met(_("Not published."), editor(article))
    if not (article.signed_on and article.due_on):
        return not_met(_("It has not been reviewed."), editor(article))
    return met(
        page(article),
        remark=_("Checked on %(day)s, due on %(due)s.")
        % {"day": day(article.signed_on), "due": day(article.due_on)},
    )


def dates_within_three_years(article: ArticleFacts) -> Verdict:
    """Whether the expert's check and the next one are at most three years apart."""
    if not (article.signed_on and article.due_on):
        return not_met(_("It has not been reviewed."), editor(article))
    # Three years hold at most one leap day.
    if (article.due_on - article.signed_on).days > 3 * 365 + 1:
        return not_met(_("More than three years."), editor(article))
    return review_dates_shown(article)


def dated(article: ArticleFacts) -> Verdict:
    """Whether it says when it was published and last changed."""
    if article.published_on is None:
        return not_met(_("Not published."), editor(article))
    changed = article.updated_on or article.published_on
    dates = {"published": day(article.published_on), "changed": day(changed)}
    return met(
        page(article),
        remark=_("Published on %(published)s, changed on %(changed)s.") % dates,
    )


def versions_kept(article: ArticleFacts) -> Verdict:
    """Whether what readers saw is kept."""
    if not article.version_count:
        return not_met(_("No published version is kept."), editor(article))
    kept = ngettext(
        "%(number)d version is kept.",
        "%(number)d versions are kept.",
        article.version_count,
    )
    return met(history(article), remark=kept % {"number": article.version_count})
