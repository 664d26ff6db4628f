"""Patient Information Forum: PIF TICK, and its list for individuals."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from editorial.standards import articles, sites
from editorial.standards.lines.line import Line

_line = partial(Line, standard=_("PIF TICK"))
_alone = partial(Line, standard=_("PIF, clinicians who write alone"))
_person, _publisher = articles.left_to_a_person, sites.left_to_a_person

LINES = (
    _line(
        "PIF-1",
        wording=_("One documented process is followed."),
        article=articles.signed_off,
        site=sites.approval_recorded,
    ),
    _line("PIF-2", wording=_("Staff are trained and supported."), site=_publisher),
    _line("PIF-3", wording=_("There is a genuine need for it."), article=_person),
    _line(
        "PIF-4",
        wording=_("The evidence is reliable, up to date and clear."),
        article=articles.evidence_current,
        site=sites.evidence_current,
    ),
    _line("PIF-5", wording=_("Readers take part in the making."), article=_person),
    _line(
        "PIF-6",
        wording=_("It can be read by people of all abilities."),
        article=articles.plainly_written,
    ),
    _line(
        "PIF-7",
        wording=_("It is clear and easy to navigate."),
        article=articles.easily_found,
    ),
    _line(
        "PIF-8",
        wording=_("There is a way to respond."),
        article=articles.can_respond,
        site=sites.contact_given,
    ),
    _line("PIF-9", wording=_("It is made known to readers."), site=_publisher),
    _line("PIF-10", wording=_("Its effect is measured."), site=_publisher),
    _alone(
        "PIF-i1", wording=_("The method is written down."), site=sites.editorial_policy
    ),
    _alone(
        "PIF-i2",
        wording=_("The author has the skills."),
        article=articles.skills_shown,
    ),
    _alone("PIF-i3", wording=_("There is a need for it."), article=_person),
    _alone(
        "PIF-i4",
        wording=_("Evidence, risks and what is uncertain are explained."),
        article=_person,
    ),
    _alone("PIF-i5", wording=_("It is written for its readers."), article=_person),
    _alone(
        "PIF-i6",
        wording=_("Pictures have a text for those who cannot see them."),
        article=articles.pictures_described,
    ),
    _alone(
        "PIF-i7",
        wording=_("Interests, data protection and medicines law are respected."),
        article=articles.openly_written,
        site=sites.privacy_policy,
    ),
    _alone("PIF-i8", wording=_("Readers can respond."), article=articles.can_respond),
)
