"""NHS standard for creating health content."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from editorial.standards import articles, sites
from editorial.standards.lines.line import Line

_line = partial(Line, standard=_("NHS standard for creating health content"))
_person, _publisher = articles.left_to_a_person, sites.left_to_a_person

LINES = (
    _line(
        "NHS-1a",
        wording=_("Checks and the approval by a clinician are on record."),
        article=articles.signed_off,
        site=sites.approval_recorded,
    ),
    _line(
        "NHS-1b",
        wording=_("A next review is planned for everything."),
        article=articles.review_planned,
        site=sites.reviews_on_time,
    ),
    _line(
        "NHS-1c", wording=_("Readers see who publishes."), site=sites.publisher_named
    ),
    _line(
        "NHS-1d",
        wording=_("Readers see the interests of those who write."),
        article=articles.interests_disclosed,
        site=sites.interests_disclosed,
    ),
    _line("NHS-1e", wording=_("Advertising is marked as such."), site=_publisher),
    _line(
        "NHS-1f",
        wording=_("Earlier versions are kept."),
        article=articles.versions_kept,
        site=sites.versions_kept,
    ),
    _line(
        "NHS-1g",
        wording=_("The last check and the next one are shown."),
        article=articles.review_dates_shown,
    ),
    _line("NHS-1h", wording=_("Staff are trained."), site=_publisher),
    _line(
        "NHS-1i",
        wording=_("There are guides for style and brand."),
        site=sites.editorial_policy,
    ),
    _line("NHS-1j", wording=_("Aims are set and evaluated."), site=_publisher),
    _line(
        "NHS-1k", wording=_("Readers are invited to respond."), site=sites.contact_given
    ),
    _line(
        "NHS-1l",
        wording=_("Responses are dealt with and answered."),
        article=articles.responses_answered,
        site=sites.responses_answered,
    ),
    _line(
        "NHS-2a",
        wording=_("The evidence is clinical and of high quality."),
        article=_person,
    ),
    _line(
        "NHS-2b",
        wording=_("Experts in the subject review and approve."),
        article=articles.signed_off,
        site=sites.approval_recorded,
    ),
    _line(
        "NHS-2c",
        wording=_("The evidence is looked at again at each review and change."),
        article=articles.evidence_current,
        site=sites.evidence_current,
    ),
    _line("NHS-2d", wording=_("Translations stay right."), article=_person),
    _line(
        "NHS-2e",
        wording=_("Sources are kept on record."),
        article=articles.sources_listed,
        site=sites.sources_kept,
    ),
    _line(
        "NHS-2f",
        wording=_("The text changes when the evidence does."),
        article=articles.evidence_current,
        site=sites.evidence_current,
    ),
    _line(
        "NHS-3a",
        wording=_("Credit and licence of every picture are on record."),
        article=articles.pictures_permitted,
    ),
    _line(
        "NHS-3b",
        wording=_("There are policies for consent, data and confidentiality."),
        site=sites.privacy_policy,
    ),
    _line("NHS-4a", wording=_("It answers a need of its readers."), article=_person),
    _line(
        "NHS-4b", wording=_("Readers were consulted and tested it."), article=_person
    ),
    _line(
        "NHS-5a",
        wording=_("It is simple, clear and concise."),
        article=articles.plainly_written,
    ),
    _line("NHS-5b", wording=_("It has the right format."), article=_person),
    _line(
        "NHS-5c",
        wording=_("It is easy to find one’s way."),
        article=articles.easily_found,
    ),
    _line("NHS-6a", wording=_("No group of people is left out."), article=_person),
    _line(
        "NHS-6b",
        wording=_("Everybody can use it (WCAG 2.2, AA)."),
        article=_person,
        site=_publisher,
    ),
    _line(
        "NHS-6c",
        wording=_("It helps people who struggle with words and numbers."),
        article=articles.plainly_written,
    ),
    _line(
        "NHS-7",
        wording=_("Both review dates are shown, at most three years apart."),
        article=articles.dates_within_three_years,
        site=sites.cycle_within_three_years,
    ),
    _line(
        "NHS-8",
        wording=_("Risks are given as people of a number of people."),
        article=articles.risks_in_numbers,
    ),
)
