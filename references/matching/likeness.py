"""How alike two records are, and whether they can still be of different works."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from references.matching.features import IDENTIFIERS, Features, features
from references.records import Item

_ALIKE = 0.7  # of titles whose identifiers agree
_SAME_TITLE = 0.93  # of titles without them
_SHORT_TITLE = 4  # words; "Editorial" and "Author reply" say little


@dataclass(frozen=True)
class Likeness:
    """How alike two records are.

    `score` is 0 to 1; `reasons` are words for an editor; `certain` is false where a
    person should look, because the two can be different works.
    """

    score: float
    reasons: tuple[str, ...]
    certain: bool


def compare(first: Item, second: Item) -> Likeness | None:
    """Tell how alike two records are; `None` where they are of different works."""
    return compare_features(features(first), features(second))


def compare_features(a: Features, b: Features) -> Likeness | None:
    """Tell the same as `compare`, of what was read from the records before."""
    alike = fuzz.ratio(a.title, b.title) / 100 if a.title and b.title else 0.0
    if a.notice != b.notice:
        return None
    doubts = _doubts(a, b)
    shared = [
        name
        for name in (*IDENTIFIERS, "NBK")
        if name in a.identifiers and a.identifiers[name] == b.identifiers.get(name)
    ]
    if shared:
        if a.title and b.title and max(alike, _contained(a, b)) < _ALIKE:
            doubts.append("their titles differ")
        reasons = [f"same {name}" for name in shared]
        return Likeness(max(alike, 0.5), (*reasons, *doubts), not doubts)
    if any(
        name in a.identifiers and name in b.identifiers for name in ("PMID", "PMCID")
    ):
        return None
    return _without_identifiers(a, b, alike, doubts)


def _without_identifiers(
    a: Features, b: Features, alike: float, doubts: list[str]
) -> Likeness | None:
    agreed, against = _agreement(a, b)
    contained = len(agreed) > 3 and _contained(a, b) > _SAME_TITLE
    if not (alike >= _SAME_TITLE or contained) or a.numbers != b.numbers:
        return None
    same_place = {"first page", "volume"} <= set(agreed)
    if "DOI" in a.identifiers and "DOI" in b.identifiers:
        if not same_place:
            return None
        doubts.append("their DOIs differ")
    short = min(len(a.title.split()), len(b.title.split())) < _SHORT_TITLE
    if "year" in against or (short and "first page" in against):
        return None
    if "author" in against or {"volume", "first page"} <= set(against):
        doubts.append(f"different {' and '.join(sorted(against))}")
    needed = 1 if "address" in agreed else 3 if short else 2
    if len(agreed) < needed:
        if short or not agreed:
            return None
        doubts.append("little else can be compared")
    reasons = (
        "same title" if alike == 1 else "titles alike",
        *(f"same {it}" for it in agreed),
    )
    score = min(1.0, max(alike, 0.9 * contained) * (0.6 + 0.1 * len(agreed)))
    return Likeness(round(score, 3), (*reasons, *doubts), not doubts)


def _agreement(a: Features, b: Features) -> tuple[list[str], list[str]]:
    """Name what is the same in both, and what is different; not what one lacks."""
    agreed: list[str] = []
    against: list[str] = []
    for name, one, other in (
        ("author", a.author, b.author),
        ("volume", a.volume, b.volume),
        ("first page", a.page, b.page),
    ):
        if one and other:
            (agreed if one == other else against).append(name)
    if a.year and b.year:
        if abs(a.year - b.year) > 1:
            against.append("year")
        elif a.year == b.year:
            agreed.append("year")
    if "URL" in a.identifiers and a.identifiers["URL"] == b.identifiers.get("URL"):
        agreed.append("address")
    if a.container and fuzz.ratio(a.container, b.container) > 90:
        agreed.append("journal")
    return agreed, against


def _doubts(a: Features, b: Features) -> list[str]:
    """Say in which way two records that look alike can be different works."""
    doubts = []
    kinds = {a.kind, b.kind}
    if len(kinds) > 1 and "preprint" in kinds:
        doubts.append("one is a preprint")
    elif kinds == {"paper-conference", "article-journal"}:
        doubts.append("one is a conference paper")
    elif len(kinds & {"chapter", "book"}) == 2:
        doubts.append("one is a chapter")
    if a.updated != b.updated or (
        "NBK" in a.identifiers and "NBK" in b.identifiers and a.year != b.year
    ):
        doubts.append("they are of different dates")
    return doubts


def _contained(a: Features, b: Features) -> float:
    """Tell how far the longer title holds the shorter one, as without a subtitle."""
    short, long = sorted((a.title, b.title), key=len)
    if len(short.split()) < _SHORT_TITLE:
        return 0.0
    return (
        max(
            fuzz.ratio(short, long[: len(short)]),
            fuzz.ratio(short, long[-len(short) :]),
        )
        / 100
    )
