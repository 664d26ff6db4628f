"""What an entry of a list of references says of its source, in one line each."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from references.blocks import CERTAINTIES
from references.models import Reference, StandingState

_CERTAINTIES = dict(CERTAINTIES)
_WARNINGS = {
    StandingState.CONCERN: gettext_lazy("expression of concern"),
    StandingState.PARTLY_RETRACTED: gettext_lazy("partly retracted"),
    StandingState.WITHDRAWN: gettext_lazy("withdrawn"),
    StandingState.RETRACTED: gettext_lazy("retracted"),
}


@dataclass(frozen=True)
class Finding:
    """What a source found, in whom, and how sure one can be of it."""

    text: str
    certainty: str


def findings(reference: Reference) -> tuple[Finding, ...]:
    """Give the findings of a record's appraisals, in their order."""
    return tuple(
        Finding(_text(each.value), str(_CERTAINTIES.get(each.value["certainty"], "")))
        for each in reference.appraisals
        if each.value["finding"]
    )


def warning(reference: Reference) -> str:
    """Give the word that warns of a source wherever it is cited; "" for a sound one."""
    return str(_WARNINGS.get(StandingState(reference.standing), ""))


def _text(appraisal) -> str:
    if not appraisal["population"]:
        return appraisal["finding"]
    return _("%(population)s: %(finding)s") % appraisal
