"""How much a comment looks like advertising, and why.

The score is a sum: each feature of the table that a text shows adds its weight. From
`LIMIT` on, moderators are told that a comment is likely spam, with what it shows.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.checks import wording
from comments.checks.finding import Finding, Level, about_all
from comments.checks.links import is_trusted, links

LIMIT = 1.0
_PHRASES = wording.read(Path(__file__).parent / "phrases/spam.toml")


@dataclass(frozen=True)
class Feature:
    """Something that advertising shows, and how much it counts.

    `label` goes on after “it”; `amount` is how often a text shows the feature.
    """

    name: str
    weight: float
    label: str | Promise
    amount: Callable[[str], float]


def _says(name: str) -> Callable[[str], float]:
    """Give what tells whether a text says one of the phrases of this name."""
    pattern = wording.any_of(_PHRASES[name])
    return lambda text: 1.0 if pattern.search(text) else 0.0


def _untrusted_links(text: str) -> float:
    return min(3, sum(not is_trusted(link.host) for link in links(text)))


def _is_only_link(text: str) -> float:
    found = links(text)
    if not found or all(is_trusted(link.host) for link in found):
        return 0.0
    rest = len(text) - sum(link.end - link.start for link in found)
    return 1.0 if rest < 40 else 0.0


def _is_shouted(text: str) -> float:
    letters = [each for each in text[:2000] if each.isalpha()]
    if len(letters) < 20:
        return 0.0
    return 1.0 if sum(each.isupper() for each in letters) > 0.7 * len(letters) else 0.0


_RUN = re.compile(r"([^\s.\d])\1{7}|([!?$*#=_])\2{4}")


def _repeats_signs(text: str) -> float:
    return 1.0 if _RUN.search(text) else 0.0


_MIXED = re.compile(
    r"[A-Za-z][\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u03bf]|"
    r"[\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u03bf][A-Za-z]"
)


def _mixes_scripts(text: str) -> float:
    return 1.0 if _MIXED.search(text) else 0.0


FEATURES = (
    Feature(
        "self_promotion",
        1.0,
        gettext_lazy("asks to visit a page or channel"),
        _says("self_promotion"),
    ),
    Feature(
        "subscribe",
        1.0,
        gettext_lazy("asks to subscribe, follow or like"),
        _says("subscribe"),
    ),
    Feature("money", 1.0, gettext_lazy("promises money or a prize"), _says("money")),
    Feature(
        "miracle_cure",
        1.0,
        gettext_lazy("praises a healer who can be hired"),
        _says("miracle_cure"),
    ),
    Feature("pharmacy", 1.0, gettext_lazy("sells medicines"), _says("pharmacy")),
    Feature(
        "marketing", 1.0, gettext_lazy("sells services or visitors"), _says("marketing")
    ),
    Feature(
        "flattery",
        0.5,
        gettext_lazy("praises the page and says nothing about it"),
        _says("flattery"),
    ),
    Feature("plea", 0.6, gettext_lazy("begs for attention"), _says("plea")),
    Feature(
        "own_media",
        0.6,
        gettext_lazy("speaks of own songs, videos or shops"),
        _says("own_media"),
    ),
    Feature("links", 0.6, gettext_lazy("leads to unknown sites"), _untrusted_links),
    Feature("only_link", 0.4, gettext_lazy("is little but a link"), _is_only_link),
    Feature("capitals", 0.3, gettext_lazy("is written in capitals"), _is_shouted),
    Feature("signs", 0.3, gettext_lazy("repeats a sign many times"), _repeats_signs),
    Feature("scripts", 0.8, gettext_lazy("mixes look-alike letters"), _mixes_scripts),
)


def features(text: str) -> list[tuple[Feature, float]]:
    """Give the features that a plain text shows, and what each adds to its score."""
    shown = [(feature, feature.weight * feature.amount(text)) for feature in FEATURES]
    return [(feature, adds) for feature, adds in shown if adds]


def score(text: str) -> float:
    """Give how much a plain text looks like advertising; 0 is not at all."""
    return sum(adds for _feature, adds in features(text))


def check(text: str) -> Iterator[Finding]:
    """Find that a comment is likely spam, and say why."""
    shown = features(text)
    if sum(adds for _feature, adds in shown) >= LIMIT:
        why = ", ".join(str(feature.label) for feature, _adds in shown)
        reason = _("This may be advertising: it %(why)s.") % {"why": why}
        yield about_all("spam", Level.LOOK, reason)
