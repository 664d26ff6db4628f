"""Sentences labelled as claims or not, and which of them the checker takes for claims.

Half of the sentences served to write the rules, the other half did not; both were
written by one hand, so that texts of other authors will fare worse.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from bench.table import Row
from editorial.claims import reasons, sentences, uncited

_ROOT = Path(__file__).parents[2]
_LABELLED = _ROOT / "tests/data/claims/sentences.jsonl"
_ARTICLES = _ROOT / "home/demo/articles"
_BAR = 85


def measure(data: Path) -> list[Row]:
    """Measure on the project's own sentences and articles, whatever `data` is."""
    rows = []
    if _LABELLED.exists():
        lines = _LABELLED.read_text(encoding="utf-8").splitlines()
        labelled = [json.loads(line) for line in lines]
        for split in ("develop", "held-out"):
            rows += _of_half(split, [it for it in labelled if it["split"] == split])
    return [*rows, *_of_articles(sorted(_ARTICLES.glob("*.json")))]


def _of_half(split: str, labelled: list[dict]) -> list[Row]:
    found = [bool(reasons(it["text"])) for it in labelled]
    claims = [it["is_claim"] for it in labelled]
    right = sum(a and b for a, b in zip(found, claims, strict=True))
    note = (
        f"{len(labelled)} sentences, {sum(claims)} claims; {right} found, "
        f"{sum(claims) - right} missed, {sum(found) - right} false alarms"
    )
    return [
        Row(f"Claims, precision, {split}", _share(right, sum(found)), _BAR, note=note),
        Row(f"Claims, recall, {split}", _share(right, sum(claims)), _BAR, note=note),
    ]


def _of_articles(paths: list[Path]) -> list[Row]:
    if not paths:
        return []
    texts = [
        html
        for path in paths
        for html in _rich_texts(json.loads(path.read_text(encoding="utf-8"))["body"])
    ]
    words = sum(len(it.text.split()) for html in texts for it in sentences(html))
    alarms = len(uncited(("", html) for html in texts))
    note = (
        f"{alarms} in {words} words of {len(paths)} articles; all count as false, "
        "though some do lack a source"
    )
    figure = 1000 * alarms / words if words else 0.0
    what = "Claims, alarms in demo articles"
    return [Row(what, figure, 10, unit="/1,000 words", at_least=False, note=note)]


def _rich_texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("<"):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _rich_texts(each)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
