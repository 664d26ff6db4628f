"""The standing of a work in the attributes that DataCite keeps of it."""

from typing import Any

from references.standing.states import Standing, State, state_in_title


def from_datacite(attributes: dict[str, Any]) -> Standing:
    """Give the standing of the work that `data.attributes` of an answer describes.

    DataCite's schema has a date of type "Withdrawn" and no notices. A relation such as
    `IsObsoletedBy` tells of a newer version, not of a retraction.
    """
    for date in _dicts(attributes.get("dates")):
        if date.get("dateType") == "Withdrawn":
            return Standing(
                state=State.WITHDRAWN,
                date=_date(str(date.get("date", ""))),
                sources=("DataCite",),
            )
    titles = [str(title.get("title", "")) for title in _dicts(attributes.get("titles"))]
    state = state_in_title(titles[0]) if titles else State.CURRENT
    return Standing(state=state, sources=("DataCite",))


def _dicts(values: Any) -> list[dict[str, Any]]:
    values = values if isinstance(values, list) else []
    return [value for value in values if isinstance(value, dict)]


def _date(text: str) -> tuple[int, ...]:
    parts = text[:10].split("-")
    return tuple(int(part) for part in parts) if all(map(str.isdigit, parts)) else ()
