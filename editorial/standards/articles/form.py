"""How an article is written and shown, as far as the checklist can tell."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.standards.articles.places import editor, page
from editorial.standards.facts import ArticleFacts
from editorial.standards.verdict import Verdict, at_best_judged, judge, met, not_met


def none_found(article: ArticleFacts, rule: str) -> Verdict:
    """Whether a rule of the checklist finds nothing."""
    if number := article.findings.get(rule, 0):
        found = ngettext(
            "The checklist lists %(number)d.",
            "The checklist lists %(number)d.",
            number,
        )
        return not_met(found % {"number": number}, editor(article))
    return met(page(article), remark=_("The checklist finds nothing."))


def plainly_written(article: ArticleFacts) -> Verdict:
    """Whether wording is hard: measures find hard text, not good text."""
    for rule in ("readability", "long_sentences"):
        if number := article.findings.get(rule, 0):
            found = ngettext(
                "%(number)d passage is hard to read.",
                "%(number)d passages are hard to read.",
                number,
            )
            return not_met(found % {"number": number}, editor(article))
    return judge(page(article), remark=_("Measures find nothing that is too hard."))


def pictures_described(article: ArticleFacts) -> Verdict:
    """Whether every picture has an alternative text."""
    return none_found(article, "alternative_texts")


def pictures_permitted(article: ArticleFacts) -> Verdict:
    """Whether every picture has credit, licence and, where needed, a consent."""
    return none_found(article, "picture_rights")


def patients_protected(article: ArticleFacts) -> Verdict:
    """Whether pictures lack a consent; who is described in words, nobody knows."""
    return at_best_judged(none_found(article, "picture_rights"))


def easily_found(article: ArticleFacts) -> Verdict:
    """Whether headings and links are in order, which is a part of it."""
    for rule in ("headings", "links"):
        if article.findings.get(rule):
            return none_found(article, rule)
    return at_best_judged(none_found(article, "headings"))


def aims_said(article: ArticleFacts) -> Verdict:
    """Whether there is a summary, in which they may stand."""
    return at_best_judged(none_found(article, "summary"))


def left_to_a_person(article: ArticleFacts) -> Verdict:
    """Leave the question to whoever reads the article."""
    return judge(page(article))
