"""What the settings and records of a site tell of a line."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.standards.facts import Link, SiteFacts
from editorial.standards.verdict import (
    Verdict,
    at_best_judged,
    judge,
    met,
    not_met,
)


def _settings(site: SiteFacts) -> Link:
    return Link(_("Site settings"), site.settings_url)


def _front(site: SiteFacts) -> Link:
    return Link(_("The site"), site.url)


def _report(site: SiteFacts, name: str) -> Link:
    return Link(_("Report"), site.reports[name])


def _policy(site: SiteFacts, name: str) -> Verdict:
    if address := site.policies.get(name):
        return judge(
            Link(_("The policy"), address),
            remark=_("There is a policy; a program cannot tell what it is worth."),
        )
    return not_met(_("No policy is chosen in the settings."), _settings(site))


def _of_articles(site: SiteFacts, number: int, report: str) -> Verdict:
    if not site.articles:
        return not_met(_("No article is published."), _front(site))
    shares = _("%(number)d of %(all)d articles.") % {
        "number": number,
        "all": site.articles,
    }
    if number < site.articles:
        return not_met(shares, _report(site, report))
    return met(_report(site, report), remark=shares)


def approval_recorded(site: SiteFacts) -> Verdict:
    """Whether every published article reads as a named clinician signed it."""
    if not site.has_medical_review:
        return not_met(_("No medical review is part of the workflow."))
    return _of_articles(site, site.reviewed, "edited")


def reviews_on_time(site: SiteFacts) -> Verdict:
    """Whether every published article has a day for its next review, still to come."""
    return _of_articles(site, site.planned, "due")


def cycle_within_three_years(site: SiteFacts) -> Verdict:
    """Whether reviews are planned at most three years apart."""
    months = {"months": site.review_months}
    if 0 < site.review_months <= 36:
        return met(
            _report(site, "due"), remark=_("Every %(months)d months at most.") % months
        )
    return not_met(_("Every %(months)d months.") % months, _report(site, "due"))


def publisher_named(site: SiteFacts) -> Verdict:
    """Whether the publisher is named."""
    if site.publisher:
        return met(_front(site), remark=site.publisher)
    return not_met(_("No publisher is named in the settings."), _settings(site))


def contact_given(site: SiteFacts) -> Verdict:
    """Whether readers find an address; whether anybody answers is not known."""
    if site.contact:
        return met(_front(site), remark=site.contact)
    return not_met(_("No contact address is set."), _settings(site))


def complements_care(site: SiteFacts) -> Verdict:
    """Whether every page says that it does not replace the clinician."""
    if site.disclaimer:
        return met(_front(site), remark=site.disclaimer)
    return not_met(_("No disclaimer is set."), _settings(site))


def interests_disclosed(site: SiteFacts) -> Verdict:
    """Whether no published author's disclosure has expired."""
    if site.undisclosed_authors:
        asked = ngettext(
            "%(number)d author must be asked.",
            "%(number)d authors must be asked.",
            site.undisclosed_authors,
        )
        return not_met(
            asked % {"number": site.undisclosed_authors}, _report(site, "disclosures")
        )
    return met(_report(site, "disclosures"))


def versions_kept(site: SiteFacts) -> Verdict:
    """Whether the versions of every published article are kept."""
    return _of_articles(site, site.articles - site.without_version, "notices")


def sources_kept(site: SiteFacts) -> Verdict:
    """Whether sources are on record."""
    if not site.sources:
        return not_met(_("The library is empty."), _front(site))
    return met(
        Link(_("The library"), f"{site.url.rstrip('/')}/references/"),
        remark=_("%(number)d sources.") % {"number": site.sources},
    )


def evidence_current(site: SiteFacts) -> Verdict:
    """Whether an article rests on a source in trouble: others may be old."""
    standing = site.articles - site.in_trouble
    return at_best_judged(_of_articles(site, standing, "sources"))


def responses_answered(site: SiteFacts) -> Verdict:
    """Whether a request for a source waits; of comments the sheet knows nothing."""
    if site.requests_waiting:
        waiting = ngettext(
            "%(number)d request waits.",
            "%(number)d requests wait.",
            site.requests_waiting,
        )
        return not_met(
            waiting % {"number": site.requests_waiting}, _report(site, "requests")
        )
    return judge(_report(site, "requests"), remark=_("No request waits."))


def editorial_policy(site: SiteFacts) -> Verdict:
    """Whether there is one to be judged."""
    return _policy(site, "editorial_policy")


def privacy_policy(site: SiteFacts) -> Verdict:
    """Whether there is one to be judged."""
    return _policy(site, "privacy_policy")


def comment_policy(site: SiteFacts) -> Verdict:
    """Whether there is one to be judged."""
    return _policy(site, "comment_policy")


def left_to_a_person(site: SiteFacts) -> Verdict:
    """Leave the question to whoever knows the publisher."""
    return judge()
