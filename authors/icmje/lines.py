"""The lines themselves, and what an answer to one of them is made of."""

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


class Window(Enum):
    """How far back a line asks."""

    ALWAYS = gettext_lazy("no limit of time")
    RECENT = gettext_lazy("in the past 36 months")


@dataclass(frozen=True)
class Line:
    """One line: under which key it is stored, its title for readers, its question."""

    number: int
    key: str
    title: str | Promise
    question: str | Promise
    window: Window = Window.RECENT


@dataclass(frozen=True)
class Interest:
    """Somebody to whom an author is tied, and how."""

    entity: str
    detail: str = ""


Answers = dict[str, tuple[Interest, ...]]


_WORDING: tuple[tuple[str, str | Promise, str | Promise], ...] = (
    (
        "support",
        gettext_lazy("Support for what is published here"),
        gettext_lazy(
            "Who paid for what you write here, or helped with material, with the "
            "writing or with fees?"
        ),
    ),
    (
        "grants",
        gettext_lazy("Grants or contracts"),
        gettext_lazy("Who gave you, or the place where you work, a grant or contract?"),
    ),
    (
        "royalties",
        gettext_lazy("Royalties or licences"),
        gettext_lazy("From whom do you get royalties or fees for a licence?"),
    ),
    (
        "consulting",
        gettext_lazy("Fees for consulting"),
        gettext_lazy("Who paid you for advice?"),
    ),
    (
        "honoraria",
        gettext_lazy("Fees for lectures, writing or teaching"),
        gettext_lazy("Who paid you to speak, write, present or teach?"),
    ),
    (
        "testimony",
        gettext_lazy("Fees for expert testimony"),
        gettext_lazy("Who paid you to testify as an expert?"),
    ),
    (
        "travel",
        gettext_lazy("Meetings and travel"),
        gettext_lazy("Who paid for your travel, or for your place at a meeting?"),
    ),
    (
        "patents",
        gettext_lazy("Patents"),
        gettext_lazy("Which patents do you hold, share, or have applied for?"),
    ),
    (
        "boards",
        gettext_lazy("Safety or advisory boards"),
        gettext_lazy(
            "On which boards do you sit that watch over a trial or advise a maker?"
        ),
    ),
    (
        "leadership",
        gettext_lazy("Leading roles, paid or not"),
        gettext_lazy(
            "Where do you lead or serve in trust: a society, a committee, a clinic, "
            "a campaign?"
        ),
    ),
    (
        "stock",
        gettext_lazy("Shares, options and ownership"),
        gettext_lazy("In what do you, or those close to you, own a share?"),
    ),
    (
        "gifts",
        gettext_lazy("Equipment, medicines, writing help, gifts"),
        gettext_lazy("Who gave you devices, medicines, help with writing, or gifts?"),
    ),
    (
        "other",
        gettext_lazy("Anything else"),
        gettext_lazy(
            "What else, of money or not, might a reader want to know: beliefs, "
            "family, a quarrel, a cause?"
        ),
    ),
)
LINES = tuple(
    Line(number, key, title, question, Window.RECENT if number > 1 else Window.ALWAYS)
    for number, (key, title, question) in enumerate(_WORDING, start=1)
)
KEYS = tuple(line.key for line in LINES)
