"""A number of people as dots: some of a hundred, drawn as SVG.

An icon array shows a part and its whole at once (Galesic, Garcia-Retamero, Gigerenzer
2009, Health Psychology 28:210). Dots that count are solid, the others are rings, so
that the picture needs no colour.
"""

from collections.abc import Iterator
from html import escape

MOST = 10_000

_MOST_DOTS = 1_000
_SCALES = (1, 2, 5, 10)
# The most dots that are drawn in rows of so many, and the width of the picture in em.
_LAYOUTS = ((100, 10, 10), (500, 25, 15), (_MOST_DOTS, 40, 18))
_PITCH = 10
# A line that is dashed like this, with round ends, is a row of dots.
_DOTS = f'fill="none" stroke-linecap="round" stroke-dasharray=".01 {_PITCH - 0.01}"'
_SOLID, _HOLE, _SMALL_HOLE = "8", "6", "4"


def people_per_dot(total: int) -> int:
    """Give how many people each dot stands for: 1, and more in a large group."""
    return next(scale for scale in _SCALES if total <= scale * _MOST_DOTS)


def has_part(count: int, total: int) -> bool:
    """Tell whether one dot of the picture stands for fewer people than the others."""
    return 0 < count < total and count % people_per_dot(total) > 0


def icon_array(count: int, total: int, label: str) -> str:
    """Draw `count` of `total` people as an `<svg>`; `label` is what it says in words.

    The picture is safe HTML without styles of its own: `.icons__hit`, `.icons__miss`
    and `.icons__hole` colour it. Raises `ValueError` unless 0 <= count <= total and
    1 <= total <= `MOST`.
    """
    if not (0 <= count <= total and 1 <= total <= MOST):
        raise ValueError(f"{count} of {total} people cannot be drawn.")
    scale = people_per_dot(total)
    dots = -(-total // scale)
    full = dots if count == total else count // scale
    counted = full + has_part(count, total)
    columns, width = next(
        (columns, width) for most, columns, width in _LAYOUTS if dots <= most
    )
    layers = (
        ("icons__hit", _SOLID, 0, counted),
        ("icons__hole", _SMALL_HOLE, full, counted),
        ("icons__miss", _SOLID, counted, dots),
        ("icons__hole", _HOLE, counted, dots),
    )
    paths = "".join(
        f'<path class="{name}" stroke-width="{breadth}"'
        f' d="{_rows(start, stop, columns)}"/>'
        for name, breadth, start, stop in layers
        if start < stop
    )
    size = f"0 0 {columns * _PITCH} {-(-dots // columns) * _PITCH}"
    return (
        f'<svg class="icons" role="img" aria-label="{escape(label)}"'
        f' viewBox="{size}" width="{width}em" {_DOTS}>{paths}</svg>'
    )


def _rows(start: int, stop: int, columns: int) -> str:
    """Give the lines through the dots from `start` to before `stop`."""
    return "".join(
        f"M{_centre(first % columns)} {_centre(first // columns)}"
        # A little longer than to the last dot, for that must lie on the line.
        f"h{(last - first) * _PITCH + 1}"
        for first, last in _segments(start, stop, columns)
    )


def _segments(start: int, stop: int, columns: int) -> Iterator[tuple[int, int]]:
    """Give the first and the last dot of a range in each row."""
    while start < stop:
        end = min(stop, (start // columns + 1) * columns)
        yield start, end - 1
        start = end


def _centre(place: int) -> int:
    return place * _PITCH + _PITCH // 2
