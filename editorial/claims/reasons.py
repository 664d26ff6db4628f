"""Why a sentence of a medical text needs a source."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from editorial.claims.rules import comparisons, efficacy, numbers, safety, studies
from editorial.claims.statements import stated


class Reason(StrEnum):
    """What a sentence states that needs a source."""

    NUMBER = "number"
    COMPARISON = "comparison"
    EFFICACY = "efficacy"
    SAFETY = "safety"
    STUDIES = "appeal to studies"

    @property
    def label(self) -> str:
        """The same in words, in the language of whoever reads."""
        return str(_LABELS[self])


_LABELS = {
    Reason.NUMBER: _("number"),
    Reason.COMPARISON: _("comparison"),
    Reason.EFFICACY: _("effect"),
    Reason.SAFETY: _("risk or safety"),
    Reason.STUDIES: _("appeal to studies"),
}
_RULES = {
    Reason.NUMBER: numbers.STATED,
    Reason.COMPARISON: comparisons.STATED,
    Reason.EFFICACY: efficacy.STATED,
    Reason.SAFETY: safety.STATED,
    Reason.STUDIES: studies.STATED,
}


def reasons(sentence: str) -> tuple[Reason, ...]:
    """Give the reasons why a sentence needs a source; none if it states no such fact.

    A question, an instruction to the reader, a story, or a sentence about the text
    itself states nothing; nor does one which says that something is not known.
    """
    text = stated(sentence)
    found = tuple(reason for reason, rule in _RULES.items() if rule.search(text))
    if found == (Reason.EFFICACY,) and efficacy.HELPED_BY_SOMEBODY.match(text):
        return ()
    return found
