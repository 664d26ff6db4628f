"""Values of JSON of which nothing is certain: empty where the type is another."""

from typing import Any


def text(value: Any) -> str:
    """Give a text or a whole number as text without space around it."""
    is_text = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value).strip() if is_text else ""


def texts(values: Any) -> list[str]:
    """Give the texts of a list that are not empty; one text counts as a list of it."""
    values = values if isinstance(values, list) else [values]
    return [found for found in map(text, values) if found]


def first(values: Any) -> str:
    """Give the first of `texts(values)`, or ""."""
    return next(iter(texts(values)), "")


def mapping(value: Any) -> dict[str, Any]:
    """Give an object."""
    return value if isinstance(value, dict) else {}


def mappings(values: Any) -> list[dict[str, Any]]:
    """Give the objects of a list."""
    values = values if isinstance(values, list) else []
    return [value for value in values if isinstance(value, dict)]
