"""What can be said of one line of a standard."""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from editorial.standards.facts import Link


class State(StrEnum):
    """Whether a line is met, as far as a program can know."""

    MET = "met"
    NOT_MET = "not met"
    JUDGE = "a person must judge"


LABELS = {
    State.MET: _("Met"),
    State.NOT_MET: _("Not met"),
    State.JUDGE: _("A person must judge"),
}


@dataclass(frozen=True)
class Verdict:
    """A state, why in words, and where that can be seen."""

    state: State
    remark: str = ""
    evidence: tuple[Link, ...] = ()


def met(*evidence: Link, remark: object = "") -> Verdict:
    """Say that a line is met, and show it."""
    return Verdict(State.MET, str(remark), evidence)


def not_met(remark: object, *evidence: Link) -> Verdict:
    """Say that it is not, and what is missing."""
    return Verdict(State.NOT_MET, str(remark), evidence)


def judge(*evidence: Link, remark: object = "") -> Verdict:
    """Leave it to a person, with what may help to judge."""
    return Verdict(State.JUDGE, str(remark), evidence)


def at_best_judged(verdict: Verdict) -> Verdict:
    """Leave to a person what is met, where records show only a part of it."""
    if verdict.state is State.MET:
        return replace(verdict, state=State.JUDGE)
    return verdict
