"""What the checks of comments find in labelled texts, and their false alarms.

Personal data: JSON files, each a list of {"full_text", "spans": [{"entity_type",
"start_position", "end_position"}]}. Spam: CSV files with the columns CONTENT and CLASS,
1 for spam. A crisis: the project's own sentences.
"""

import csv
import json
import time
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from bench.table import Row
from comments import checks

_SENTENCES = Path(__file__).parents[2] / "tests/data/comments"
# The labels of each kind of personal data, and the bars: the share of labels found, and
# that of findings which have no label.
_KINDS = {
    "email": (("EMAIL_ADDRESS",), 99, 5),
    "phone": (("PHONE_NUMBER",), 80, 10),
    "identity": (("US_SSN", "US_ITIN", "UK_NHS", "US_DRIVER_LICENSE"), 99, 10),
    "account": (("IBAN_CODE",), 99, 5),
    "card": (("CREDIT_CARD",), 95, 5),
    "address": (("STREET_ADDRESS", "ZIP_CODE"), 50, 10),
    "computer": (("IP_ADDRESS",), 95, 10),
    "birth": (("DATE_OF_BIRTH", "DATE_TIME"), 0, 10),
}


def measure(data: Path) -> list[Row]:
    """Measure on `comments/`, and on the project's own sentences."""
    return [*of_folder(data / "comments"), *_of_crisis()]


def of_folder(folder: Path) -> list[Row]:
    """Measure on the files of a folder; nothing where there are none."""
    rows: list[Row] = []
    texts = [
        text
        for path in sorted(folder.glob("*.json"))
        for text in json.loads(path.read_text(encoding="utf-8"))
    ]
    if texts:
        rows += _personal(texts)
    lines = [line for path in sorted(folder.glob("*.csv")) for line in _lines(path)]
    if lines:
        rows += _spam(lines)
    return rows


def _personal(texts: list[dict]) -> Iterator[Row]:
    labelled: Counter[str] = Counter()
    found: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    false: Counter[str] = Counter()
    start = time.perf_counter()
    for text in texts:
        findings = checks.findings(text["full_text"])
        for kind, (labels, _found_bar, _false_bar) in _KINDS.items():
            spans = [
                (span["start_position"], span["end_position"])
                for span in text["spans"]
                if span["entity_type"] in labels
            ]
            places = [
                (each.start, each.end)
                for each in findings
                if each.check == f"personal.{kind}"
            ]
            labelled[kind] += len(spans)
            found[kind] += sum(_is_met(span, places) for span in spans)
            alarms[kind] += len(places)
            false[kind] += sum(not _is_met(place, spans) for place in places)
    spent = 1000 * (time.perf_counter() - start) / len(texts)
    for kind, (_labels, found_bar, false_bar) in _KINDS.items():
        what = f"Comments, personal data, {kind}"
        if labelled[kind] and found_bar:
            note = f"{found[kind]} of {labelled[kind]}"
            share = _share(found[kind], labelled[kind])
            yield Row(f"{what}, found", share, found_bar, note=note)
        if alarms[kind]:
            note = f"{false[kind]} of {alarms[kind]} findings have no label"
            share = _share(false[kind], alarms[kind])
            yield Row(f"{what}, false", share, false_bar, at_least=False, note=note)
    note = f"all checks, {len(texts)} texts"
    yield Row("Comments, time a text", spent, 50, "ms", at_least=False, note=note)


def _is_met(place: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)


def _lines(path: Path) -> list[tuple[str, bool]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (unescape(line["CONTENT"]), line["CLASS"] == "1")
            for line in csv.DictReader(file)
            if line.get("CLASS") in ("0", "1")
        ]


def _spam(lines: list[tuple[str, bool]]) -> Iterator[Row]:
    judged: Counter[tuple[bool, bool]] = Counter()
    for text, is_spam in lines:
        named = any(each.check == "spam" for each in checks.findings(text))
        judged[is_spam, named] += 1
    spam = judged[True, True] + judged[True, False]
    other = judged[False, True] + judged[False, False]
    caught, false = judged[True, True], judged[False, True]
    note = f"{caught} of {spam}"
    yield Row("Comments, spam caught", _share(caught, spam), 80, note=note)
    note = f"{false} of {other}"
    share = _share(false, other)
    yield Row("Comments, spam, false", share, 2, at_least=False, note=note)


def _of_crisis() -> Iterator[Row]:
    path, friends = _SENTENCES / "crisis.jsonl", _SENTENCES / "false-friends.jsonl"
    if not path.exists() or not friends.exists():
        return
    urgent = [text for text, level in _sentences(path) if level == "urgent"]
    caught = sum(checks.crisis(text) == checks.Level.URGENT for text in urgent)
    note = f"{caught} of {len(urgent)} sentences of our own"
    yield Row("Comments, crisis, urgent", _share(caught, len(urgent)), 100, note=note)
    calm = [text for text, _level in _sentences(friends)]
    false = sum(checks.crisis(text) == checks.Level.URGENT for text in calm)
    note = f"{false} of {len(calm)} sentences of our own"
    share = _share(false, len(calm))
    yield Row("Comments, crisis, false", share, 0, at_least=False, note=note)


def _sentences(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(line["text"], line["level"]) for line in map(json.loads, lines)]


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
