"""The rules, what they are called and why they are there."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from editorial.checklist import (
    completeness,
    headings,
    links,
    pictures,
    reading,
    risk,
    sources,
    uncited,
)
from editorial.checklist.draft import Draft
from editorial.checklist.finding import Finding, Found, Severity

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Rule:
    """A rule by the name under which a site sets it, with what it tells editors.

    A site sets nothing about one that is fixed.
    """

    name: str
    label: "_StrPromise"
    explanation: "_StrPromise"
    severity: Severity
    find: Callable[[Draft], Iterable[Found]]
    is_fixed: bool = False


_ALL = (
    Rule(
        "sign_off",
        _("Sign-off"),
        _("A reviewer signs the text after the editorial check."),
        Severity.BLOCK,
        completeness.missing_sign_off,
        is_fixed=True,
    ),
    Rule(
        "summary",
        _("Summary"),
        _("Lists and search engines show it."),
        Severity.BLOCK,
        completeness.missing_summary,
    ),
    Rule(
        "disclosures",
        _("Disclosure of interests"),
        _("Readers must know who pays the authors, and what the authors own."),
        Severity.BLOCK,
        completeness.missing_disclosures,
    ),
    Rule(
        "alternative_texts",
        _("Alternative texts"),
        _("Who cannot see a picture hears this instead."),
        Severity.BLOCK,
        pictures.missing_alternative_texts,
    ),
    Rule(
        "picture_rights",
        _("Rights and consent of pictures"),
        _("Edit the picture itself: credit, licence, and the consent of a patient."),
        Severity.BLOCK,
        pictures.obstacles,
    ),
    Rule(
        "retracted_sources",
        _("Retracted sources"),
        _("Nothing should rest on them. Cite another source, or reword."),
        Severity.BLOCK,
        sources.retracted,
    ),
    Rule(
        "questioned_sources",
        _("Questioned sources"),
        _("Read the notice, and tell readers if it matters for what you write."),
        Severity.ADVISE,
        sources.questioned,
    ),
    Rule(
        "dead_sources",
        _("Sources that do not answer"),
        _("Readers cannot open them. Look for a new address or an archived copy."),
        Severity.ADVISE,
        sources.dead,
    ),
    Rule(
        "uncited_claims",
        _("Claims without a source"),
        _(
            "These seem to state a fact and cite nothing, nor does the next sentence. "
            "Cite a source, or leave them."
        ),
        Severity.ADVISE,
        uncited.uncited_claims,
    ),
    Rule(
        "relative_risks",
        _("Relative risks alone"),
        _(
            "Half of a small risk is less than it sounds. Say in the same paragraph "
            "how many people of how many, such as “2 instead of 4 in 100”."
        ),
        Severity.ADVISE,
        risk.relative_risk_alone,
    ),
    Rule(
        "long_sentences",
        _("Long sentences"),
        _("Two short sentences are easier to follow."),
        Severity.ADVISE,
        reading.long_sentences,
    ),
    Rule(
        "readability",
        _("Sections that are hard to read"),
        _("Long words and long sentences make them so. Explain, shorten, split."),
        Severity.ADVISE,
        reading.hard_sections,
    ),
    Rule(
        "headings",
        _("Headings"),
        _("They should go down one level at a time, and say something."),
        Severity.ADVISE,
        headings.out_of_order,
    ),
    Rule(
        "links",
        _("Links that do not say where they lead"),
        _("Name what is there: screen readers read links out of their sentence."),
        Severity.ADVISE,
        links.unclear_links,
    ),
)

RULES: Mapping[str, Rule] = {rule.name: rule for rule in _ALL}
SETTABLE = tuple(rule.name for rule in _ALL if not rule.is_fixed)


def findings(draft: Draft, severities: Mapping[str, Severity]) -> list[Finding]:
    """Give what the rules find, by rule in their order, with the severity of each."""
    return [
        Finding(rule.name, found.message, found.path, severity, found.detail)
        for rule in RULES.values()
        if (severity := severities.get(rule.name, rule.severity)) is not Severity.OFF
        for found in rule.find(draft)
    ]
