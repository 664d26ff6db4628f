"""What the records of an article tell of a line: one function for each question."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.standards.facts import ArticleFacts, Link
from editorial.standards.verdict import (
    State,
    Verdict,
    at_best_judged,
    judge,
    met,
    not_met,
)


def _page(article: ArticleFacts) -> Link:
    if article.is_live:
        return Link(_("The article"), article.url)
    return Link(_("The draft"), article.edit_url)


def _editor(article: ArticleFacts) -> Link:
    return Link(_("In the editor"), article.edit_url)


def _history(article: ArticleFacts) -> Link:
    return Link(_("Versions and changes"), f"{article.url}history/")


def _none_found(article: ArticleFacts, rule: str) -> Verdict:
    if number := article.findings.get(rule, 0):
        found = ngettext(
            "The checklist lists %(number)d.",
            "The checklist lists %(number)d.",
            number,
        )
        return not_met(found % {"number": number}, _editor(article))
    return met(_page(article), remark=_("The checklist finds nothing."))


def signed_off(article: ArticleFacts) -> Verdict:
    """Whether what readers see is what a named clinician signed."""
    if article.is_reviewed:
        signed = _("Signed off by %(name)s on %(day)s.") % {
            "name": article.signed_by,
            "day": article.signed_on,
        }
        return met(_page(article), remark=signed)
    if article.signed_on:
        return not_met(_("Edited since the last review."), _editor(article))
    return not_met(_("Nobody has signed it off."), _editor(article))


def review_planned(article: ArticleFacts) -> Verdict:
    """Whether a next review is set and not overdue."""
    if article.due_on is None:
        return not_met(_("No review date is set."), _editor(article))
    day = {"day": article.due_on}
    if article.due_on < article.today:
        return not_met(_("Overdue since %(day)s.") % day, _editor(article))
    return met(_page(article), remark=_("Next review: %(day)s.") % day)


def review_dates_shown(article: ArticleFacts) -> Verdict:
    """Whether there are both dates for the page to show."""
    if not article.is_live:
        return not_met(_("Not published."), _editor(article))
    if not (article.signed_on and article.due_on):
        return not_met(_("It has not been reviewed."), _editor(article))
    return met(
        _page(article),
        remark=_("Checked on %(day)s, due on %(due)s.")
        % {"day": article.signed_on, "due": article.due_on},
    )


def dates_within_three_years(article: ArticleFacts) -> Verdict:
    """Whether the expert's check and the next one are at most three years apart."""
    if not (article.signed_on and article.due_on):
        return not_met(_("It has not been reviewed."), _editor(article))
    # Three years hold at most one leap day.
    if (article.due_on - article.signed_on).days > 3 * 365 + 1:
        return not_met(_("More than three years."), _editor(article))
    return review_dates_shown(article)


def dated(article: ArticleFacts) -> Verdict:
    """Whether it says when it was published and last changed."""
    if article.published_on is None:
        return not_met(_("Not published."), _editor(article))
    changed = article.updated_on or article.published_on
    dates = {"published": article.published_on, "changed": changed}
    return met(
        _page(article),
        remark=_("Published on %(published)s, changed on %(changed)s.") % dates,
    )


def versions_kept(article: ArticleFacts) -> Verdict:
    """Whether what readers saw is kept."""
    if not article.version_count:
        return not_met(_("No published version is kept."), _editor(article))
    kept = ngettext(
        "%(number)d version is kept.",
        "%(number)d versions are kept.",
        article.version_count,
    )
    return met(_history(article), remark=kept % {"number": article.version_count})


def authors_named(article: ArticleFacts) -> Verdict:
    """Whether every author is named with qualifications and place of work."""
    if not article.authors:
        return not_met(_("The byline is empty."), _editor(article))
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
        return not_met(_("The byline is empty."), _editor(article))
    lacking = [one.name for one in article.authors if not one.qualifications]
    if lacking:
        missing = _("No qualification is given: %(names)s.")
        return not_met(missing % {"names": ", ".join(lacking)}, *_profiles(article))
    return met(*_profiles(article))


def _profiles(article: ArticleFacts) -> list[Link]:
    return [Link(one.name, one.url) for one in article.authors if one.url]


def interests_disclosed(article: ArticleFacts) -> Verdict:
    """Whether every author answered all thirteen lines within twelve months."""
    if not article.authors:
        return not_met(_("The byline is empty."), _editor(article))
    silent = [one.name for one in article.authors if not one.disclosure]
    if silent:
        missing = _("No disclosure within twelve months: %(names)s.")
        return not_met(missing % {"names": ", ".join(silent)}, _editor(article))
    return met(*(Link(one.name, one.disclosure) for one in article.authors))


def funding_stated(article: ArticleFacts) -> Verdict:
    """Whether the article says who paid for it; nothing said is not “nobody”."""
    if article.funding:
        return met(_page(article), remark=article.funding)
    return not_met(_("Nothing is said about who paid, if anybody."), _editor(article))


def sources_listed(article: ArticleFacts) -> Verdict:
    """Whether it lists sources."""
    if not article.source_count:
        return not_met(_("It names no source."), _editor(article))
    listed = ngettext(
        "%(number)d source is listed.",
        "%(number)d sources are listed.",
        article.source_count,
    )
    return met(_page(article), remark=listed % {"number": article.source_count})


def evidence_current(article: ArticleFacts) -> Verdict:
    """Whether a source is known to be retracted or questioned: others may be old."""
    if not article.source_count:
        return not_met(_("It names no source."), _editor(article))
    for rule in ("retracted_sources", "questioned_sources"):
        if article.findings.get(rule):
            return not_met(_("A source was retracted or questioned."), _editor(article))
    return judge(
        _page(article), remark=_("No source is known to be retracted or questioned.")
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
        return not_met(found % {"number": number}, _editor(article))
    if not article.source_count:
        return not_met(_("It names no source."), _editor(article))
    return judge(
        _page(article),
        remark=_("The checklist finds no claim without a source; it misses some."),
    )


def plainly_written(article: ArticleFacts) -> Verdict:
    """Whether wording is hard: measures find hard text, not good text."""
    for rule in ("readability", "long_sentences"):
        if number := article.findings.get(rule, 0):
            found = ngettext(
                "%(number)d passage is hard to read.",
                "%(number)d passages are hard to read.",
                number,
            )
            return not_met(found % {"number": number}, _editor(article))
    return judge(_page(article), remark=_("Measures find nothing that is too hard."))


def risks_in_numbers(article: ArticleFacts) -> Verdict:
    """Whether a relative risk stands alone."""
    if article.findings.get("relative_risks"):
        return _none_found(article, "relative_risks")
    return judge(
        _page(article), remark=_("The checklist finds no relative risk alone.")
    )


def pictures_described(article: ArticleFacts) -> Verdict:
    """Whether every picture has an alternative text."""
    return _none_found(article, "alternative_texts")


def pictures_permitted(article: ArticleFacts) -> Verdict:
    """Whether every picture has credit, licence and, where needed, a consent."""
    return _none_found(article, "picture_rights")


def patients_protected(article: ArticleFacts) -> Verdict:
    """Whether pictures lack a consent; who is described in words, nobody knows."""
    return at_best_judged(_none_found(article, "picture_rights"))


def easily_found(article: ArticleFacts) -> Verdict:
    """Whether headings and links are in order, which is a part of it."""
    for rule in ("headings", "links"):
        if article.findings.get(rule):
            return _none_found(article, rule)
    return at_best_judged(_none_found(article, "headings"))


def aims_said(article: ArticleFacts) -> Verdict:
    """Whether there is a summary, in which they may stand."""
    return at_best_judged(_none_found(article, "summary"))


def skills_shown(article: ArticleFacts) -> Verdict:
    """Whether qualifications are given, which a person can weigh."""
    return at_best_judged(qualifications_given(article))


def openly_written(article: ArticleFacts) -> Verdict:
    """Whether interests are disclosed, which is a part of it."""
    return at_best_judged(interests_disclosed(article))


def can_respond(article: ArticleFacts) -> Verdict:
    """Whether readers may ask about it."""
    if article.takes_requests:
        return met(_page(article), remark=_("Readers may ask for sources."))
    return not_met(_("Readers cannot ask about it."), _editor(article))


def responses_answered(article: ArticleFacts) -> Verdict:
    """Whether a request for a source waits; of comments the sheet knows nothing."""
    if article.requests_waiting:
        waiting = ngettext(
            "%(number)d request waits.",
            "%(number)d requests wait.",
            article.requests_waiting,
        )
        return not_met(waiting % {"number": article.requests_waiting}, _page(article))
    return at_best_judged(can_respond(article))


def _told(article: ArticleFacts, *names: str) -> Verdict:
    if not article.markup:
        return not_met(_("Not published."), _editor(article))
    missing = [name for name in names if not article.markup.get(name)]
    if missing:
        lacks = _("The page tells programs nothing of: %(names)s.")
        return not_met(lacks % {"names": ", ".join(missing)}, _page(article))
    return met(_page(article), remark=", ".join(names))


def medical_page(article: ArticleFacts) -> Verdict:
    """Whether the page calls itself one of medicine, and says for whom and of what."""
    kinds = article.markup.get("@type", [])
    if article.markup and "MedicalWebPage" not in kinds:
        return not_met(_("The page is not called a MedicalWebPage."), _page(article))
    return _told(article, "aspect", "medicalAudience", "about")


def review_told(article: ArticleFacts) -> Verdict:
    """Whether a review is told exactly where one holds."""
    names = ("reviewedBy", "lastReviewed")
    if not article.markup or article.is_reviewed:
        return _told(article, *names)
    if any(article.markup.get(name) for name in names):
        return not_met(_("It tells of a review that does not hold."), _page(article))
    return not_met(_("No review holds, and none is told."), _page(article))


def authors_told(article: ArticleFacts) -> Verdict:
    """Whether every author is told with name, qualifications, role and address."""
    told = _told(article, "author")
    for person in article.markup.get("author", []):
        for name in ("honorificSuffix", "jobTitle", "url", "sameAs"):
            if not person.get(name):
                lacks = _("%(author)s has no %(name)s.")
                values = {"author": person.get("name", ""), "name": name}
                return not_met(lacks % values, _page(article))
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
            lacks % {"told": number, "all": article.source_count}, _page(article)
        )
    return told


def corrections_told(article: ArticleFacts) -> Verdict:
    """Whether corrections are told; without any there is nothing to tell."""
    if article.correction_count or not article.markup:
        return _told(article, "correction")
    return met(_history(article), remark=_("Nothing was corrected."))


def left_to_a_person(article: ArticleFacts) -> Verdict:
    """Leave the question to whoever reads the article."""
    return judge(_page(article))
