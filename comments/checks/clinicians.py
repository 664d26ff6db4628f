"""Clinicians called by name: praise and blame of a person are held for a moderator."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from comments.checks import wording
from comments.checks.context import Context
from comments.checks.finding import Finding, Level

_NAME = r"[A-ZÀ-ÖØ-ÞŠŽŁĐ][\w'-]{1,30}"
_PARTICLE = r"(?:van|von|de|der|den|del|della|da|di|dos|du|la|le|ten|ter|bin|al|el|zu)"
_INITIAL = r"(?:[A-Z]\.? )"
_FULL = (
    rf"(?:{_INITIAL}{{0,3}}(?:{_PARTICLE} ){{0,3}}{_NAME}"
    rf"(?:[ -](?:(?:{_PARTICLE} ){{0,3}}|{_INITIAL}){_NAME}){{0,2}})"
)
_TITLE = (
    r"(?:(?:[Dd]r|DR|[Dd]rs|DRS|[Dd]ra|[Dd]oc|[Pp]rof|PROF|[Pp]rofesora?|[Pp]rofessora?|"
    r"[Pp]rofessore|[Pp]rofesseure?|[Dd]octor|DOCTOR|[Dd]oktor|[Dd]ott|[Dd]ottoressa|"
    r"[Dd]okter|[Dd]octeure?|[Mm]idwife|[Mm]atron|[Nn]urse|NURSE|[Ss]ister|"
    r"[Ss]urgeon|[Cc]onsultant)\.?)"
)
_TITLED = re.compile(
    rf"(?<!\w)(?:{_TITLE} (?:[Mm]ed\. |Univ\. |[Dd]r\.? |h\. ?c\. ){{0,3}}"
    r"|(?:[Dd]r|[Pp]rof)\.)"
    rf"(?P<name>{_FULL})"
)
# “dr smith” without capitals counts after the short titles alone.
_SMALL = re.compile(
    r"(?<!\w)(?:dr|prof|Dr|Prof|DR)\.? (?P<name>[a-z][a-z'-]{2,30}|[A-Z]{3,30})(?!\w)"
)
_DEGREE = re.compile(
    rf"(?<!\w)(?P<name>{_NAME}(?: (?:{_INITIAL}|{_NAME} ){{0,2}}?{_NAME}),? )"
    r"(?:M\.?D|D\.?O|MBBS|MBChB|FRCP|FRCA|FRCS|Ph\.?D|RN|CRNA|NP|PA-C|DPT|DDS)(?![\w])"
)
_ROLE = (
    r"(?:surgeon|neurologist|anaesthetist|anesthesiologist|GP|doctor|consultant|psychiatrist|"
    r"psychologist|physio|physiotherapist|therapist|oncologist|rheumatologist|dentist|"
    r"cardiologist|gyn(?:a)?ecologist|urologist|nurse|midwife|specialist|physician|"
    r"p(?:a)?ediatrician|chiropractor|osteopath|pharmacist|orthop(?:a)?edist)"
)
_BESIDE = re.compile(
    r"(?<!\w)(?:my|My|her|his|our|their|the|The|a|Our) (?:[a-z]{2,20} ){0,2}?"
    rf"{_ROLE},? (?:(?:is |was |named |called |is called |was called )"
    rf"(?P<called>{_NAME}(?: {_NAME})?)"
    rf"|(?P<name>{_NAME} {_NAME}))"
)
_PHRASES = wording.read(Path(__file__).parent / "phrases/clinicians.toml")
_NO_NAME = wording.any_of(_PHRASES["no_name"])


def check(text: str, context: Context) -> Iterator[Finding]:
    """Find clinicians called by name, those whose names may be told left out."""
    allowed = frozenset(
        part for name in context.names for part in name.casefold().split()
    )
    reason = _("This may name a clinician.")
    end = 0
    for start, stop, name in sorted(_named(text)):
        parts = name.casefold().replace("-", " ").split()
        if (
            start >= end
            and not _NO_NAME.fullmatch(parts[0])
            and parts[-1] not in allowed
        ):
            yield Finding("clinician.named", Level.PRIVACY, start, stop, reason)
            end = stop


def _named(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in (_TITLED, _SMALL, _DEGREE):
        for match in pattern.finditer(text):
            yield match.start(), match.end("name"), match["name"].strip(" ,")
    for match in _BESIDE.finditer(text):
        group = "name" if match["name"] else "called"
        yield match.start(group), match.end(group), match[group]
