"""Instruments of quality, and what protects readers who write."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from editorial.standards import articles, sites
from editorial.standards.lines.line import Line

_discern = partial(Line, standard=_("DISCERN"))
_rmetriq = partial(Line, standard=_("rMETRIQ"))
_nam = partial(Line, standard=_("National Academy of Medicine, 2021"))
_law = partial(Line, standard=_("Comments and answers"))
_person, _publisher = articles.left_to_a_person, sites.left_to_a_person

LINES = (
    _discern("DISCERN-1", wording=_("Its aims are clear."), article=articles.aims_said),
    _discern("DISCERN-2", wording=_("It achieves them."), article=_person),
    _discern("DISCERN-3", wording=_("It matters to readers."), article=_person),
    _discern(
        "DISCERN-4",
        wording=_("Its sources are clear."),
        article=articles.sources_listed,
    ),
    _discern("DISCERN-5", wording=_("Its date is clear."), article=articles.dated),
    _discern("DISCERN-6", wording=_("It is balanced."), article=_person),
    _discern("DISCERN-7", wording=_("It leads to further support."), article=_person),
    _discern("DISCERN-8", wording=_("It says what is uncertain."), article=_person),
    _discern("DISCERN-9", wording=_("It says how treatments work."), article=_person),
    _discern("DISCERN-10", wording=_("It describes benefits."), article=_person),
    _discern("DISCERN-11", wording=_("It describes risks."), article=_person),
    _discern(
        "DISCERN-12",
        wording=_("It says what happens without treatment."),
        article=_person,
    ),
    _discern("DISCERN-13", wording=_("It speaks of quality of life."), article=_person),
    _discern(
        "DISCERN-14", wording=_("It names more than one choice."), article=_person
    ),
    _discern("DISCERN-15", wording=_("It helps to decide together."), article=_person),
    _discern("DISCERN-16", wording=_("It is good overall."), article=_person),
    _rmetriq("rMETRIQ-1", wording=_("It gives background."), article=_person),
    _rmetriq("rMETRIQ-2", wording=_("Its length is right."), article=_person),
    _rmetriq(
        "rMETRIQ-3", wording=_("It is well written."), article=articles.plainly_written
    ),
    _rmetriq(
        "rMETRIQ-4",
        wording=_("Sources belong to single statements."),
        article=articles.claims_sourced,
    ),
    _rmetriq(
        "rMETRIQ-5",
        wording=_("Author and interests are clear."),
        article=articles.interests_disclosed,
    ),
    _rmetriq(
        "rMETRIQ-6",
        wording=_("Editing and review are described."),
        article=articles.signed_off,
        site=sites.editorial_policy,
    ),
    _rmetriq(
        "rMETRIQ-7",
        wording=_("Readers can respond after publication."),
        article=articles.can_respond,
    ),
    _nam("NAM-1", wording=_("It rests on science."), article=articles.claims_sourced),
    _nam("NAM-2", wording=_("It is objective."), article=_person),
    _nam("NAM-3", wording=_("It is transparent."), article=articles.openly_written),
    _nam("NAM-4", wording=_("Somebody answers for it."), article=articles.signed_off),
    _law(
        "L1",
        wording=_("Clinicians never confirm that somebody is a patient."),
        site=_publisher,
    ),
    _law(
        "L2",
        wording=_("Consent to keep health data is asked for separately."),
        site=sites.privacy_policy,
    ),
    _law(
        "L3",
        wording=_("No patient can be recognised without written consent."),
        article=articles.patients_protected,
        site=_publisher,
    ),
    _law(
        "L4",
        wording=_("Risk has levels, and somebody is called."),
        site=sites.comment_policy,
    ),
    _law(
        "L5",
        wording=_("Refusals have a reason, and texts can be taken back."),
        site=sites.comment_policy,
    ),
)
