"""CSL-JSON, in which citation software exchanges items as they are."""

import json
from collections.abc import Iterable

from references import csl
from references.records import Batch, Item, Problem, Record

_CONTAINERS = ("items", "references", "message")


def read(text: str) -> Batch:
    """Give the items of a JSON list, of one object, or of an object's `items`.

    One JSON object a line is taken too. What is no object with something to cite is a
    problem, as is a text that is not JSON.
    """
    try:
        found = _items(_parsed(text))
    except (ValueError, RecursionError) as error:
        where = (
            f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        )
        message = "The file is not valid JSON, so it was not read."
        return Batch((), (Problem(where or "whole file", message, text),))
    records: list[Record] = []
    problems: list[Problem] = []
    for number, each in enumerate(found, 1):
        place, raw = f"item {number}", _raw(each)
        item = csl.normalise(each)
        if item.keys() - {"id", "type", "custom"}:
            records.append(Record(item, raw, place))
        else:
            message = "This item is not a CSL-JSON object with something to cite."
            problems.append(Problem(place, message, raw))
    return Batch(tuple(records), tuple(problems))


def write(items: Iterable[Item]) -> str:
    """Give items as a JSON list, in their order, readable by people too."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def _parsed(text: str) -> object:
    text = text.removeprefix("\ufeff")
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") for line in lines):
            raise
        return [json.loads(line) for line in lines]


def _items(value: object) -> list[object]:
    if isinstance(value, dict):
        for key in _CONTAINERS:
            if (
                isinstance(inner := value.get(key), list | dict)
                and "title" not in value
            ):
                return _items(inner)
        return [value]
    return value if isinstance(value, list) else [value]


def _raw(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return repr(type(value))
