"""What an article rests on."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.standards.articles.approval import dated
from editorial.standards.articles.form import none_found
from editorial.standards.articles.places import editor, page
from editorial.standards.facts import ArticleFacts
from editorial.standards.verdict import State, Verdict, judge, met, not_met


def sources_listed(article: ArticleFacts) -> Verdict:
    """Whether it lists sources."""
    if not article.source_count:
        return not_met(_("It names no source."), editor(article))
    listed = ngettext(
        "%(number)d source is listed.",
        "%(number)d sources are listed.",
        article.source_count,
    )
    return met(page(article), remark=listed % {"number": article.source_count})


def evidence_current(article: ArticleFacts) -> Verdict:
    """Whether a source is known to be retracted or questioned: others may be old."""
    if not article.source_count:
        return not_met(_("It names no source."), editor(article))
    for rule in ("retracted_sources", "questioned_sources"):
        if article.findings.get(rule):
            return not_met(_("A source was retracted or questioned."), editor(article))
    return judge(
        page(article), remark=_("No source is known to be retracted or questioned.")
    )


def sourced_and_dated(article: ArticleFacts) -> Verdict:
    """Whether it lists sources and says its dates."""
    listed = sources_listed(article)
    return dated(article) if listed.state is State.MET else listed


def claims_sourced(article: ArticleFacts) -> Verdict:
    """Whether claims carry a source: the checklist tells what it misses, not all."""
    if number := article.findings.get("uncited_claims", 0):
        found = ngettext(
            "%(number)d sentence seems to state a fact without a source.",
            "%(number)d sentences seem to state a fact without a source.",
            number,
        )
        return not_met(found % {"number": number}, editor(article))
    if not article.source_count:
        return not_met(_("It names no source."), editor(article))
    return judge(
        page(article),
        remark=_("The checklist finds no claim without a source; it misses some."),
    )


def risks_in_numbers(article: ArticleFacts) -> Verdict:
    """Whether a relative risk stands alone."""
    if article.findings.get("relative_risks"):
        return none_found(article, "relative_risks")
    return judge(page(article), remark=_("The checklist finds no relative risk alone."))
